"use server";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { formText } from "@/lib/http/field-errors";
import { leadToMailedLink } from "@/lib/http/lead-to-mailed-link";
import { readVisitor } from "@/lib/http/visitor";

/** Ends what the token speaks of, and shows its page again, which tells what it is now. */
export async function reportNotMeAction(form: FormData): Promise<void> {
  const token = formText(form, "token");
  const visitor = readVisitor(await headers());
  const isOurs = await orUnavailable(() => reportNotMe(token, visitor));
  if (!isOurs) notFound();
  await leadToMailedLink("not-me", token);
}
