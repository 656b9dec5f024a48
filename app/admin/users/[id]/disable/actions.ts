"use server";

import type { ChangeState } from "@/app/admin/change/change-state";
import { runUserChange } from "@/app/admin/users/[id]/run-user-change";
import { disableUser } from "@/lib/admin/disable-user";
import { formText } from "@/lib/auth/form-text";

/** Disables the user whom the form names. */
export async function disableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const reason = formText(form, "reason", 200).trim();
  const values = { reason };
  if (reason === "") return { values, errors: { reason: "Say why. Other admins will want to know." } };
  const refused = await runUserChange(form, "disable", "DISABLED", (admin, userId) =>
    disableUser(admin, userId, reason),
  );
  return { ...refused, values };
}
