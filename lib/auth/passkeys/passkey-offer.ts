import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";

/** After a login, in milliseconds. */
const offeredForMs = 5 * 60_000;

/** How long "Not now" holds, in milliseconds. */
const declineLifeMs = 90 * 24 * 60 * 60_000;

/** Whether to offer a passkey: fresh login by code, none yet, not declined lately. Costs older sessions no query. */
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

/** Remembers "Not now" for the owner's devices. */
export async function declinePasskeyOffer(session: LiveSession, now = new Date()): Promise<void> {
  await db().user.updateMany({ where: { id: session.user.id }, data: { passkeyOfferDeclinedAt: now } });
}
