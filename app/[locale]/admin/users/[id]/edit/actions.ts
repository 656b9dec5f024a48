"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import type { UserNotice } from "@/app/[locale]/admin/users/[id]/user-notices";
import { findOwner, readProfile } from "@/app/[locale]/admin/users/read-profile";
import { type Edited, editUser } from "@/lib/admin/edit-user";

/** Gives the user whom the form names the username, email and phone that stand in it. */
export async function editUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readProfile(form);
  if ("state" in read) return read.state;
  const { values, profile } = read;
  const refused = await runUserChange(
    form,
    "edit",
    (path, edited: Edited) => `${path}?notice=${notices[edited.told]}`,
    (admin, userId) => editUser(admin, userId, profile),
  );
  const owner = refused.refusal === "EMAIL_TAKEN" ? await findOwner(profile.email) : {};
  return { ...refused, ...owner, values };
}

const notices = {
  NOBODY: "EDITED",
  USER: "EDITED_AND_USER_TOLD",
  BOTH_ADDRESSES: "EDITED_AND_TOLD",
} as const satisfies Record<Edited["told"], UserNotice>;
