import { db } from "@/lib/db/client";
import { enqueueMails } from "@/lib/mail/outbox";
import { mailedUserFields } from "@/lib/mail/recipient";
import { closeIfCloned } from "@/lib/passkeys/passkey-use";
import type { VerifiedPasskey } from "@/lib/passkeys/verify-passkey";
import type { Visitor } from "./visitor";

/** A passkey that opens nothing. `isMailed`: it was closed because there is a copy of it, and its owner is told. */
export type PasskeyRefused = { ok: false; error: "PASSKEY_REFUSED"; isMailed?: boolean };

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
