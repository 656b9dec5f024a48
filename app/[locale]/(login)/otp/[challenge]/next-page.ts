import { redirect } from "next/navigation";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { type ChallengePurpose, isOfSession } from "@/lib/auth/challenge/challenge";
import { findExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import type { CompletedLogin } from "@/lib/auth/login/complete-login";
import type { LogInError } from "@/lib/auth/next-auth";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { defaultDestination, pathWith } from "@/lib/http/safe-redirect";

export function leadOn(login: CompletedLogin, next: string | null): never {
  if (login.outcome === "HAD_ACCOUNT") redirect(pathWith("/account", { notice: "HAD_ACCOUNT", next }));
  redirect(next ?? defaultDestination);
}

/** Leads away from an expired request: to `next` if logged in, to a new code, or to the login. */
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

/** Where leaving without a code leads. */
export function returnPathFrom({ id, purpose, returnTo }: Asked): string {
  if (isOfSession(purpose)) return returnTo ?? "/account";
  // The server reads what was typed by the browser's key.
  return purpose === "REGISTER" ? pathWith("/register", { from: id }) : pathWith("/login", { next: returnTo });
}
