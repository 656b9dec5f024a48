"use server";

import type { ChangeState } from "@/app/[locale]/admin/_change/change-state";
import { readReason } from "@/app/[locale]/admin/_change/read-reason";
import { runUserChange } from "@/app/[locale]/admin/users/[id]/run-user-change";
import { enableUser } from "@/lib/admin/disable-user";

/** Lets the user whom the form names in again, for the reason in it. */
export async function enableUserAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const refused = await runUserChange(form, "enable", "ENABLED", (admin, userId) => enableUser(admin, userId, reason));
  return { ...refused, values: { reason } };
}
