import { passkeyChangeAct } from "@/lib/auth/access/passkey-change-act";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { removePasskey } from "@/lib/passkeys/remove-passkey";
import { fail, ok, type Result } from "@/lib/result";
import { spendProof } from "@/lib/step-up/re-authentication";
import { lockPasskeys, lockSession } from "@/lib/users/locks";

/**
 * Removes a passkey of the user of this session. Needs a fresh proof of this session for it, which is used up in the
 * same transaction; it is kept where there is no such passkey, which is what a second press finds. The last one that
 * works stays while codes are off: LAST_PASSKEY. The mail to the owner reports the browser that did it.
 */
export async function removeOwnPasskey(
  session: LiveSession,
  passkeyId: string,
  visitor: Visitor,
): Promise<Result<null, "PROOF_NEEDED" | "LAST_PASSKEY">> {
  return await db().$transaction(async (transaction) => {
    await lockPasskeys(transaction, session.user.id);
    const origin = await lockSession(transaction, session.id);
    if (origin === null) return fail("PROOF_NEEDED");
    const owned = await transaction.authenticator.findUnique({
      where: { credentialID: passkeyId, userId: session.user.id },
      select: { reportId: true },
    });
    if (owned === null) return ok(null);
    const locksOut = await transaction.user.count({
      where: {
        id: session.user.id,
        passkeysOnlyAt: { not: null },
        authenticators: { none: { cloneSuspectedAt: null, credentialID: { not: passkeyId } } },
      },
    });
    if (locksOut > 0) return fail("LAST_PASSKEY");
    const act = await passkeyChangeAct(transaction, session.user.id, "remove-passkey");
    if (!(await spendProof(transaction, session.id, act))) return fail("PROOF_NEEDED");
    await removePasskey(transaction, session.user, passkeyId, visitor);
    await enqueueMails(transaction, {
      kind: "passkey",
      facts: { act: "removed", report: origin.report },
      change: `removed:${owned.reportId}`,
      to: session.user,
      visitor,
    });
    return ok(null);
  });
}
