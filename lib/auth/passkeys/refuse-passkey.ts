import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Charge } from "@/lib/limits/consume";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { closeIfCloned, passkeyUseSql, type VerifiedPasskey } from "@/lib/passkeys/verify-passkey";

/** `isMailed`: closed as a clone, and the owner is told. */
export type PasskeyRefused = { ok: false; error: "PASSKEY_REFUSED" | "PASSKEY_UNKNOWN"; isMailed?: boolean };

/** Charges a good signature. Even if refused, the use is noted, so that a clone cannot hide behind a full count.
 * Throws TooManyRequests and LimitsUnavailable. */
export async function chargePasskey(
  charges: Charge[],
  passkey: VerifiedPasskey,
  address: string,
  visitor: Visitor,
): Promise<PasskeyRefused | null> {
  try {
    await chargeOrRefuse(charges, address, visitor);
    return null;
  } catch (error) {
    if ((await db().$executeRaw(passkeyUseSql(passkey, new Date()))) === 0)
      return await refusePasskey(passkey, visitor);
    throw error;
  }
}

/** Refuses a passkey with a good signature; closes it if a clone answered. */
export async function refusePasskey(passkey: VerifiedPasskey, visitor: Visitor): Promise<PasskeyRefused> {
  const isMailed = await db().$transaction(async (transaction) => {
    const reportId = await closeIfCloned(transaction, passkey, visitor);
    if (reportId === null) return false;
    const owner = await transaction.user.findUniqueOrThrow({
      where: { id: passkey.userId },
      select: { id: true, ...mailedUserFields },
    });
    await enqueueMails(transaction, {
      kind: "passkey",
      facts: { act: "copied", report: { kind: "passkey", id: reportId } },
      change: `copied:${reportId}`,
      to: owner,
      visitor,
    });
    return true;
  });
  const refused = { ok: false, error: "PASSKEY_REFUSED" } as const;
  return isMailed ? { ...refused, isMailed } : refused;
}
