"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { orUnavailable } from "@/lib/auth/access-rules";
import { formText } from "@/lib/auth/form-text";
import { leadToMailedLink } from "@/lib/auth/lead-to-mailed-link";
import { reportNotMe } from "@/lib/auth/report-not-me";
import { readVisitor } from "@/lib/auth/visitor";

/** Ends what the token speaks of, and shows its page again, which tells what it is now. */
export async function reportNotMeAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  const visitor = readVisitor(await headers());
  const isOurs = await orUnavailable(() => reportNotMe(token, visitor));
  if (!isOurs) notFound();
  await leadToMailedLink("not-me", token);
}
