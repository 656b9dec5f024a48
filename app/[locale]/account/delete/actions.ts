"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode } from "@/app/[locale]/account/leave-for-code";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { forgetThisBrowser } from "@/lib/auth/session/end-sessions";
import { readVisitor } from "@/lib/http/visitor";

const path = "/account/delete";

/** Closes the account and has it deleted in a week, if this session has just proven itself for that; else asks for a code, where one is enough. */
export async function deleteAccountAction(): Promise<void> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const asked = await orUnavailable(() => askForDeletion(session, visitor)).catch((error) => leaveAtLimit(error, path));
  if (asked.ok) {
    after(sendDueMails);
    await forgetThisBrowser();
    redirect("/login?notice=DELETION_ASKED");
  }
  // The page says why.
  if (asked.error === "LAST_ADMIN") redirect(path);
  if (asked.error === "PASSKEY_PROOF_NEEDED") redirect(`${path}?notice=PASSKEY_PROOF_NEEDED`);
  await leaveForCode(session, "delete-account", path);
}
