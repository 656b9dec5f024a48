"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { keepAccount } from "@/lib/auth/account/keep-account";
import { stopRecovery } from "@/lib/auth/account/stop-recovery";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { undoEmailChange } from "@/lib/auth/profile/undo-email-change";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { formText } from "@/lib/http/form-text";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { readKeepToken, readStopToken, readUndoEmailToken } from "@/lib/signed-link/account-links";

export async function reportNotMeAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  const visitor = readVisitor(await headers());
  if (!(await orUnavailable(() => reportNotMe(token, visitor)))) notFound();
  await leadToMailedLink("not-me", token);
}

export async function stopRecoveryByLinkAction(form: FormData): Promise<void> {
  await followLink(form, "stop-recovery", readStopToken, stopRecovery);
}

export async function keepAccountAction(form: FormData): Promise<void> {
  await followLink(form, "undo-deletion", readKeepToken, keepAccount);
}

export async function undoEmailAction(form: FormData): Promise<void> {
  await followLink(form, "undo-email", readUndoEmailToken, undoEmailChange);
}

/** Acts on a token and shows its page again; 404 for a forged one. */
async function followLink(
  form: FormData,
  page: Parameters<typeof leadToMailedLink>[0],
  readToken: (token: string) => unknown,
  change: (token: string, visitor: Visitor) => Promise<boolean>,
): Promise<void> {
  const token = formText(form, "token");
  if (readToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => change(token, visitor))) after(sendDueMails);
  await leadToMailedLink(page, token);
}
