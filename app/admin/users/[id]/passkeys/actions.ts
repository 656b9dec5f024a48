"use server";

import type { ChangeState } from "@/app/admin/change/change-state";
import { runUserChange } from "@/app/admin/users/[id]/run-user-change";
import { resetPasskeys } from "@/lib/admin/reset-passkeys";

/** Removes all passkeys of the user whom the form names. */
export async function resetPasskeysAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "passkeys", "PASSKEYS_RESET", resetPasskeys);
}
