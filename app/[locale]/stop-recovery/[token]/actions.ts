"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { stopRecovery } from "@/lib/auth/account/stop-recovery";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { formText } from "@/lib/http/field-errors";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { readVisitor } from "@/lib/http/visitor";
import { readStopToken } from "@/lib/signed-link/account-links";

/** Stops what the token speaks of, and shows its page again, which tells how it is now. */
export async function stopRecoveryByLinkAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readStopToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => stopRecovery(token, visitor))) after(sendDueMails);
  await leadToMailedLink("stop-recovery", token);
}
