import { db } from "@/lib/db/client";
import { defaultDestination } from "@/lib/http/safe-redirect";
import { isChallengeId } from "./challenge";

/** Where a logged-in visitor continues: the return path of a challenge for their email, else the members' page. */
export async function findReturnPath(challengeId: string, user: { email: string }): Promise<string> {
  if (!isChallengeId(challengeId)) return defaultDestination;
  const row = await db().challenge.findUnique({
    where: { id: challengeId, address: user.email },
    select: { returnTo: true },
  });
  return row?.returnTo ?? defaultDestination;
}
