"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access-rules";
import { formText } from "@/lib/auth/form-text";
import { keepAccount } from "@/lib/auth/keep-account";
import { readKeepToken } from "@/lib/auth/keep-token";
import { leadToMailedLink } from "@/lib/auth/lead-to-mailed-link";
import { sendDueMails } from "@/lib/auth/send-outbox";
import { readVisitor } from "@/lib/auth/visitor";

/** Keeps the account that the token speaks of, and shows its page again, which tells what it is now. */
export async function keepAccountAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readKeepToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => keepAccount(token, visitor))) after(sendDueMails);
  await leadToMailedLink("undo-deletion", token);
}
