import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { relyingParty, writeUserHandle } from "@/lib/passkeys/relying-party";

/** What devices may be told of a member's passkeys (WebAuthn 5.1.10): they hide those that are not in the list. */
export type AcceptedPasskeys = { rpID: string; userID: string; userName: string; credentialIDs: string[] };

/**
 * Null while staff give the account to another address: the session may be a thief's, who must not hide the owner's
 * passkeys on a shared device. Closed passkeys are left out.
 */
export async function readAcceptedPasskeys({ user }: LiveSession): Promise<AcceptedPasskeys | null> {
  const [recovery, passkeys] = await Promise.all([
    db().accountRecovery.count({ where: { userId: user.id } }),
    db().authenticator.findMany({
      where: { userId: user.id, cloneSuspectedAt: null },
      select: { credentialID: true },
    }),
  ]);
  if (recovery > 0) return null;
  return {
    rpID: relyingParty().id,
    userID: writeUserHandle(user.id),
    userName: user.username,
    credentialIDs: passkeys.map(({ credentialID }) => credentialID),
  };
}
