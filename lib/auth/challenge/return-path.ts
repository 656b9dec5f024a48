import { db } from "@/lib/db/client";
import { defaultDestination } from "@/lib/http/safe-redirect";
import { isChallengeId } from "./challenge";

/**
 * Where somebody who is logged in goes on from a code page: to the way back of that challenge, if it was for the address
 * of their account, else to the members' page. A login in another tab took the browser's key away, so the address says
 * whose it was. No code is needed any more, and the way back is a path of ours in any case (safe-redirect.ts).
 */
export async function findReturnPath(challengeId: string, user: { email: string }): Promise<string> {
  if (!isChallengeId(challengeId)) return defaultDestination;
  const row = await db().challenge.findUnique({
    where: { id: challengeId, address: user.email },
    select: { returnTo: true },
  });
  return row?.returnTo ?? defaultDestination;
}
