"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access-rules";
import { formText } from "@/lib/auth/form-text";
import { leadToMailedLink } from "@/lib/auth/lead-to-mailed-link";
import { sendDueMails } from "@/lib/auth/send-outbox";
import { stopRecovery } from "@/lib/auth/stop-recovery";
import { readVisitor } from "@/lib/auth/visitor";
import { readStopToken } from "@/lib/users/stop-recovery-token";

/** Stops what the token speaks of, and shows its page again, which tells how it is now. */
export async function stopRecoveryByLinkAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readStopToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => stopRecovery(token, visitor))) after(sendDueMails);
  await leadToMailedLink("stop-recovery", token);
}
