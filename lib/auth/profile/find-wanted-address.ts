import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";

/** How long what was typed is offered again, in milliseconds: longer than a code lives and a new proof takes. */
const wantedMs = 60 * 60_000;

/**
 * The email or phone that this session asked a code for and did not get: it was typed once, and an expired code is no
 * reason to type it again. Null if there is none of the last hour. No other session is told.
 */
export async function findWantedAddress(
  session: LiveSession,
  purpose: "CHANGE_EMAIL" | "VERIFY_PHONE",
): Promise<string | null> {
  const last = await db().challenge.findFirst({
    where: {
      userId: session.user.id,
      knownKeyHash: hashKey(session.id),
      purpose,
      createdAt: { gt: new Date(Date.now() - wantedMs) },
    },
    orderBy: { createdAt: "desc" },
    select: { address: true, consumedAt: true },
  });
  return last === null || last.consumedAt !== null ? null : last.address;
}
