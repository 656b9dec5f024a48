"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access-rules";
import { formText } from "@/lib/auth/form-text";
import { leadToMailedLink } from "@/lib/auth/lead-to-mailed-link";
import { alertRecoveryStopped, stopRecovery } from "@/lib/auth/stop-recovery";
import { readVisitor } from "@/lib/auth/visitor";
import { readStopToken } from "@/lib/users/stop-recovery-token";

/** Stops what the token speaks of, and shows its page again, which tells how it is now. */
export async function stopRecoveryByLinkAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readStopToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  const owner = await orUnavailable(() => stopRecovery(token, visitor));
  if (owner !== null) after(() => alertRecoveryStopped(owner, visitor));
  await leadToMailedLink("stop-recovery", token);
}
