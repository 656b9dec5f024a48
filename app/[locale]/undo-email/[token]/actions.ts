"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { orUnavailable } from "@/lib/auth/access-rules";
import { formText } from "@/lib/auth/form-text";
import { leadToMailedLink } from "@/lib/auth/lead-to-mailed-link";
import { sendDueMails } from "@/lib/auth/send-outbox";
import { undoEmailChange } from "@/lib/auth/undo-email-change";
import { readUndoEmailToken } from "@/lib/auth/undo-email-token";
import { readVisitor } from "@/lib/auth/visitor";

/** Undoes the change that the token speaks of, and shows its page again, which tells what it is now. */
export async function undoEmailAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  if (readUndoEmailToken(token) === null) notFound();
  const visitor = readVisitor(await headers());
  if (await orUnavailable(() => undoEmailChange(token, visitor))) after(sendDueMails);
  await leadToMailedLink("undo-email", token);
}
