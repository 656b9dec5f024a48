import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Strangers } from "./strangers";

/**
 * Voids all recovery codes of a user if strangers made them, or used one in a browser that is reported: whoever has one
 * of the list has the list. Also if they were made after `since`, when the strangers' first passkey was added. Gives
 * whether there were such.
 */
export async function voidRecoveryCodes(
  transaction: Transaction,
  { userId, keyHashes, added }: Strangers,
  since: Date | null,
  visitor: Visitor,
): Promise<boolean> {
  const theirs = await transaction.recoveryCode.findFirst({
    where: {
      userId,
      OR: [
        { usedInBrowser: { in: keyHashes } },
        ...(added ? [added] : []),
        ...(since ? [{ createdAt: { gte: since } }] : []),
      ],
    },
    select: { codeHash: true },
  });
  if (theirs === null) return false;
  await transaction.recoveryCode.deleteMany({ where: { userId } });
  await recordEvent(transaction, {
    name: "recovery_codes_voided",
    subjectId: userId,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
    details: { isReported: true },
  });
  return true;
}
