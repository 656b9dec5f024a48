"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { undoEmailChange } from "@/lib/auth/profile/undo-email-change";
import { formText } from "@/lib/http/field-errors";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { readVisitor } from "@/lib/http/visitor";
import { readUndoEmailToken } from "@/lib/signed-link/account-links";

/** Undoes the change that the token speaks of, and shows its page again, which tells what it is now. */
export async function undoEmailAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readUndoEmailToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => undoEmailChange(token, visitor))) after(sendDueMails);
  await leadToMailedLink("undo-email", token);
}
