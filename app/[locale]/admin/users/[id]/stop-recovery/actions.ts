"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { stopRecoveryAsAdmin } from "@/lib/admin/recover-account";

/** Stops that the user whom the form names gets another address. */
export async function stopRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "stop-recovery", "RECOVERY_STOPPED", stopRecoveryAsAdmin);
}
