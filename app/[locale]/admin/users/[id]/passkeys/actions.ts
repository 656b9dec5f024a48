"use server";

import type { ChangeState } from "@/app/[locale]/admin/change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import type { UserNotice } from "@/app/[locale]/admin/users/[id]/user-notices";
import { type PasskeysReset, resetPasskeys } from "@/lib/admin/reset-passkeys";

/** Removes all passkeys of the user whom the form names. */
export async function resetPasskeysAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(
    form,
    "passkeys",
    (path, reset: PasskeysReset) => `${path}?notice=${noticeOf(reset)}`,
    resetPasskeys,
  );
}

function noticeOf({ isTold }: PasskeysReset): UserNotice {
  if (isTold === null) return "PASSKEYS_RESET";
  return isTold ? "PASSKEYS_RESET_AND_TOLD" : "PASSKEYS_RESET_NOT_TOLD";
}
