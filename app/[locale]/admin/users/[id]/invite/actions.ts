"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { inviteAgain } from "@/lib/admin/invite-again";

/** Sends the invitation again to the user whom the form names. */
export async function inviteAgainAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "invite", "INVITED_AGAIN", inviteAgain);
}
