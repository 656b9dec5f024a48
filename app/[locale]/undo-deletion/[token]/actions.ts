"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { keepAccount } from "@/lib/auth/account/keep-account";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { formText } from "@/lib/http/field-errors";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { readVisitor } from "@/lib/http/visitor";
import { readKeepToken } from "@/lib/signed-link/account-links";

/** Keeps the account that the token speaks of, and shows its page again, which tells what it is now. */
export async function keepAccountAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readKeepToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => keepAccount(token, visitor))) after(sendDueMails);
  await leadToMailedLink("undo-deletion", token);
}
