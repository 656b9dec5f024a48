import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { hashKey } from "@/lib/crypto/secret-key";
import type { Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Strangers } from "./strangers";

/**
 * Lets the phone of a user count as verified no more if strangers verified it: the number that is reported itself, or
 * one that was verified since they were in (`since`), unless a session did it that stays. They could log in by it, so
 * the sessions that it opened end, and their browsers are unknown. The user's row is locked last, as whoever ends
 * access does. Gives how many sessions ended.
 */
export async function takeBackPhone(
  transaction: Transaction,
  { userId, phone }: Pick<Strangers, "userId" | "phone">,
  since: Date | null,
  visitor: Visitor,
): Promise<number> {
  const user = await transaction.user.findUniqueOrThrow({
    where: { id: userId },
    select: { phone: true, phoneVerified: true },
  });
  const verified = user.phoneVerified && { phone: user.phone, at: user.phoneVerified };
  if (verified === null) return 0;
  const isReported = verified.phone === phone;
  const isDoubted = since !== null && verified.at >= since && !(await isByRemaining(transaction, userId, verified));
  if (!isReported && !isDoubted) return 0;

  const opened = { userId, method: "PHONE_CODE", createdAt: { gte: verified.at } } as const;
  const byPhone = await transaction.session.findMany({ where: opened, select: { browserKeyHash: true } });
  const keyHashes = byPhone.flatMap(({ browserKeyHash }) => browserKeyHash ?? []);
  await transaction.knownBrowser.deleteMany({ where: { userId, keyHash: { in: keyHashes } } });
  const { count: sessions } = await transaction.session.deleteMany({ where: opened });
  await transaction.user.updateMany({ where: { id: userId, phone: verified.phone }, data: { phoneVerified: null } });
  await recordEvent(transaction, {
    name: "phone_reported",
    subjectId: userId,
    ...traceOf(null, verified.phone, visitor),
    details: { sessions },
  });
  return sessions;
}

/** Whether a session that is still there verified it. The request is kept for as long as the number is verified. */
async function isByRemaining(
  transaction: Transaction,
  userId: string,
  verified: { phone: string; at: Date },
): Promise<boolean> {
  const sessions = await transaction.session.findMany({ where: { userId }, select: { id: true } });
  const request = await transaction.challenge.findFirst({
    where: {
      purpose: "VERIFY_PHONE",
      userId,
      address: verified.phone,
      consumedAt: verified.at,
      knownKeyHash: { in: sessions.map(({ id }) => hashKey(id)) },
    },
    select: { id: true },
  });
  return request !== null;
}
