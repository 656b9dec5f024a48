import { redirect } from "next/navigation";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { type ChallengePurpose, isOfSession } from "@/lib/auth/challenge/challenge";
import { findExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import type { CompletedLogin } from "@/lib/auth/login/complete-login";
import type { LogInError } from "@/lib/auth/next-auth";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { defaultDestination, pathWith } from "@/lib/http/safe-redirect";

/** Leads a visitor who is logged in now to where they wanted to go. */
export function leadOn(login: CompletedLogin, next: string | null): never {
  if (login.outcome === "HAD_ACCOUNT") redirect(pathWith("/account", { notice: "HAD_ACCOUNT", next }));
  redirect(next ?? defaultDestination);
}

/**
 * Leads away from a request that takes no code any more: on to `next` where another tab has logged in meanwhile, to the
 * page that offers a new code where this browser may ask for one, else to the login, which says why.
 */
export async function leaveExpired(error: LogInError, challengeId: string, next: string | null): Promise<never> {
  const isOver = error === "CHALLENGE_ENDED" || error === "CHALLENGE_FINISHED" || error === "TOO_MANY_ATTEMPTS";
  if (isOver) {
    if (await orUnavailable(findCurrentUser)) redirect(next ?? defaultDestination);
    const key = await findChallengeKey();
    if (await orUnavailable(() => findExpiredChallenge(challengeId, key))) redirect(`/otp/${challengeId}`);
  }
  redirect(pathWith("/login", { notice: error, next }));
}

type Asked = { id: string; purpose: ChallengePurpose; returnTo: string | null };

/** Where whoever leaves a code page without a code goes: to the form, filled with what was typed, or to where they were. */
export function returnPathFrom({ id, purpose, returnTo }: Asked): string {
  if (isOfSession(purpose)) return returnTo ?? "/account";
  // The id alone: what was typed is read on the server, by the browser's key.
  return purpose === "REGISTER" ? pathWith("/register", { from: id }) : pathWith("/login", { next: returnTo });
}
