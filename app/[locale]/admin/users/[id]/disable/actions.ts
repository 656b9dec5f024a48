"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { readReason } from "@/app/[locale]/admin/_change/read-reason";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { disableUser } from "@/lib/admin/disable-user";

/** Disables the user whom the form names, for the reason in it. */
export async function disableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const refused = await runUserChange(form, "disable", "DISABLED", (admin, userId) =>
    disableUser(admin, userId, reason),
  );
  return { ...refused, values: { reason } };
}
