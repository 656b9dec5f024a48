"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { type PasskeysReset, resetPasskeys } from "@/lib/admin/reset-passkeys";

/** Removes all passkeys of the user whom the form names. */
export async function resetPasskeysAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(
    form,
    "passkeys",
    (path, { count }: PasskeysReset) => `${path}?notice=${count > 0 ? "PASSKEYS_RESET_AND_TOLD" : "PASSKEYS_RESET"}`,
    resetPasskeys,
  );
}
