import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Charge } from "@/lib/limits/consume";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { closeIfCloned, passkeyUseSql, type VerifiedPasskey } from "@/lib/passkeys/verify-passkey";

/** A passkey that opens nothing. `isMailed`: it was closed because there is a copy of it, and its owner is told. */
export type PasskeyRefused = { ok: false; error: "PASSKEY_REFUSED"; isMailed?: boolean };

/**
 * Charges a good signature to its account. Where the limit refuses, the use is noted all the same: else a copy of the
 * passkey could answer behind a full count, and its counter would never be compared. Null once it is charged, or the
 * refusal of a copy, which is closed. Throws TooManyRequests and LimitsUnavailable.
 */
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

/** Refuses a passkey whose signature was good, and closes it where a copy of it has answered (`closeIfCloned`). */
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
