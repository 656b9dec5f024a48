import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";

/** Remembers that the owner of this session said "Not now" to a passkey, on whatever device they come next. */
export async function declinePasskeyOffer(session: LiveSession, now = new Date()): Promise<void> {
  await db().user.updateMany({ where: { id: session.user.id }, data: { passkeyOfferDeclinedAt: now } });
}
