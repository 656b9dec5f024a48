import { redirect } from "next/navigation";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import type { LogInError } from "@/lib/auth/next-auth";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { defaultDestination, pathWith } from "@/lib/http/safe-redirect";

/**
 * Leads away from a request that takes no code any more: on to `next` where another tab has logged in meanwhile, to the
 * page that offers a new code where this browser may ask for one, else to the login, which says why.
 */
export async function leaveEnded(error: LogInError, challengeId: string, next: string | null): Promise<never> {
  const isOver = error === "CHALLENGE_ENDED" || error === "CHALLENGE_FINISHED" || error === "TOO_MANY_ATTEMPTS";
  if (isOver) {
    if (await orUnavailable(findCurrentUser)) redirect(next ?? defaultDestination);
    const key = await findChallengeKey();
    if (await orUnavailable(() => findExpiredChallenge(challengeId, key))) redirect(`/otp/${challengeId}`);
  }
  redirect(pathWith("/login", { notice: error, next }));
}
