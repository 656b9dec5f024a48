"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { ensureChallengeKey } from "@/lib/auth/browser-key";
import { endAllSessions } from "@/lib/auth/end-all-sessions";
import { forgetThisBrowser } from "@/lib/auth/log-out";
import { startStepUp } from "@/lib/auth/start-step-up";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/auth/too-many-requests";
import { readVisitor } from "@/lib/auth/visitor";

const path = "/account/sessions";

/** Ends every session of the user, if this one has just proven itself for that; else asks for a code first. */
export async function logOutEverywhereAction(): Promise<void> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const ended = await orUnavailable(() => endAllSessions(session, visitor));
  if (ended.ok) {
    await forgetThisBrowser();
    redirect("/login?notice=LOGGED_OUT_EVERYWHERE");
  }
  const asker = { challengeKey: await ensureChallengeKey(), visitor };
  const started = await orUnavailable(() => startStepUp(session, "end-all-sessions", path, asker)).catch((error) => {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, path));
    throw error;
  });
  after(started.deliver);
  redirect(`/otp/${started.challengeId}`);
}
