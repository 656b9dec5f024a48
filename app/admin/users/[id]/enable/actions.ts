"use server";

import type { ChangeState } from "@/app/admin/change/change-state";
import { runUserChange } from "@/app/admin/users/[id]/run-user-change";
import { enableUser } from "@/lib/admin/enable-user";

/** Lets the user whom the form names in again. */
export async function enableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "enable", "ENABLED", enableUser);
}
