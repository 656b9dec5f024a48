import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";

/** How long after a login a passkey is offered, in milliseconds: as long as the person remembers typing a code. */
const offeredForMs = 5 * 60_000;

/** How long "Not now" holds, in milliseconds. */
const declineLifeMs = 90 * 24 * 60 * 60_000;

/**
 * Whether the owner of this session is offered a passkey: they have just logged in with a code, have none, and have not
 * said "Not now" lately. Staff who had a passkey cannot add one with a code (passkey-change-act.ts) and is not
 * asked. Later in a session it asks nobody, so that pages cost no second query. Whether the device can hold one is
 * known to the browser alone. Writes nothing.
 */
export async function isPasskeyOffered(session: LiveSession, now = new Date()): Promise<boolean> {
  if (now.getTime() - session.createdAt.getTime() >= offeredForMs) return false;
  const declinedBefore = new Date(now.getTime() - declineLifeMs);
  const offered = await db().session.findFirst({
    where: {
      id: session.id,
      method: { not: "PASSKEY" },
      user: {
        authenticators: { none: {} },
        NOT: { role: { not: "CUSTOMER" }, firstPasskeyAt: { not: null } },
        OR: [{ passkeyOfferDeclinedAt: null }, { passkeyOfferDeclinedAt: { lte: declinedBefore } }],
      },
    },
    select: { id: true },
  });
  return offered !== null;
}

/** Remembers that the owner of this session said "Not now" to a passkey, on whatever device they come next. */
export async function declinePasskeyOffer(session: LiveSession, now = new Date()): Promise<void> {
  await db().user.updateMany({ where: { id: session.user.id }, data: { passkeyOfferDeclinedAt: now } });
}
