"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { readReason } from "@/app/[locale]/admin/_change/read-reason";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { beginRecovery, completeRecovery } from "@/lib/admin/recover-account";
import { describeFieldError, formText } from "@/lib/http/field-errors";
import { loginSchema } from "@/lib/users/login-schema";

/** Begins to give the user whom the form names another address. */
export async function beginRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const email = formText(form, "email");
  const parsed = loginSchema.safeParse({ email });
  const given = await readReason(form);
  const values = { email, reason: "reason" in given ? given.reason : "" };
  if (!parsed.success || "state" in given) {
    const errors = { email: await describeFieldError(parsed.error), ...("state" in given ? given.state.errors : {}) };
    return { values, errors };
  }
  const refused = await runUserChange(form, "recover", "RECOVERY_BEGUN", (admin, userId) =>
    beginRecovery(admin, userId, { newEmail: parsed.data.email, reason: given.reason }),
  );
  return { ...refused, values };
}

/** Gives the user whom the form names the address that was asked for, after the wait. */
export async function completeRecoveryAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await runUserChange(form, "recover", "RECOVERY_COMPLETED", completeRecovery);
}
