import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { hashKey } from "@/lib/crypto/secret-key";
import type { Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { doubtedSince } from "@/lib/retention";
import { lockPasskeys } from "@/lib/users/locks";
import type { SuspectedAttacker } from "./suspected-attacker";

/** Removes all access that came with the reported browsers and sessions: sessions, passkeys, recovery codes, a phone
 * verified since. Lock order: passkeys, browsers, sessions. Gives the counts. */
export async function forgetBrowsers(
  transaction: Transaction,
  attacker: SuspectedAttacker,
  visitor: Visitor,
): Promise<{ sessions: number; passkeys: number }> {
  const { userId, keyHashes, sessionIds = [] } = attacker;
  await lockPasskeys(transaction, userId);
  const browsers = await transaction.$queryRaw<Came[]>`
    DELETE FROM "KnownBrowser" WHERE "userId" = ${userId}::uuid AND "keyHash" = ANY(${keyHashes}::text[])
    RETURNING "createdAt"`;
  const ended = await transaction.$queryRaw<Came[]>`
    DELETE FROM "Session"
    WHERE "userId" = ${userId}::uuid AND ("id" = ANY(${sessionIds}::uuid[]) OR "browserKeyHash" = ANY(${keyHashes}::text[]))
    RETURNING "createdAt"`;
  const { count: passkeys, since } = await removePasskeys(transaction, attacker, visitor);
  const areVoided = await voidRecoveryCodes(transaction, attacker, since, visitor);
  const came = [...browsers, ...ended].map(({ createdAt }) => createdAt);
  const cameAt = earliest([...came, ...(since ? [since] : []), ...(attacker.since ? [attacker.since] : [])]);
  const sessions = ended.length + (await takeBackPhone(transaction, attacker, cameAt, visitor));
  if (passkeys === 0 && !areVoided) return { sessions, passkeys };
  await transaction.trustedDevice.deleteMany({ where: { userId } });
  const { count: others } = await transaction.session.deleteMany({ where: { userId } });
  return { sessions: sessions + others, passkeys };
}

type Came = { createdAt: Date };

function earliest(times: Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

/** The earliest passkey a report may remove; null for all. After a week without codes, old mails must not bring
 * codes back. */
export function reportableSince({ passkeysOnlyAt }: { passkeysOnlyAt: Date | null }, now = new Date()): Date | null {
  const since = doubtedSince(now);
  return passkeysOnlyAt !== null && passkeysOnlyAt < since ? since : null;
}

async function removePasskeys(
  transaction: Transaction,
  { userId, added, addedPasskey, used = [] }: SuspectedAttacker,
  visitor: Visitor,
): Promise<{ count: number; since: Date | null }> {
  const theirs = addedPasskey === undefined ? added : { reportId: addedPasskey };
  const first =
    theirs &&
    (await transaction.authenticator.findFirst({
      where: { ...theirs, userId },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true },
    }));
  const since = first ? [{ createdAt: { gte: first.createdAt } }] : [];
  const owner = await transaction.user.findUniqueOrThrow({ where: { id: userId }, select: { passkeysOnlyAt: true } });
  const youngerThan = reportableSince(owner);
  const { count } = await transaction.authenticator.deleteMany({
    where: {
      userId,
      OR: [{ credentialID: { in: used } }, ...since],
      ...(youngerThan === null ? {} : { createdAt: { gte: youngerThan } }),
    },
  });
  if (count > 0) {
    await recordEvent(transaction, {
      name: "passkey_removed",
      subjectId: userId,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
      details: { count, isReported: true },
    });
  }
  return { count, since: first?.createdAt ?? null };
}

/** Unverifies a phone that suspected attackers verified, and ends what it opened. Locks the user's row last. Gives
 * the ended sessions. */
async function takeBackPhone(
  transaction: Transaction,
  { userId, phone }: Pick<SuspectedAttacker, "userId" | "phone">,
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
  await transaction.trustedDevice.deleteMany({ where: { userId, keyHash: { in: keyHashes } } });
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

/** Voids all recovery codes if suspected attackers made them or used one, or `since`. Gives whether any were voided. */
async function voidRecoveryCodes(
  transaction: Transaction,
  { userId, keyHashes, added }: SuspectedAttacker,
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

/** What is left of a browser whose row is gone. */
type GoneBrowser = { userId: string; email: string; keyHash: string; at: Date };

/** A browser known only by recovery codes made or used in it, which outlive its row. `id` is that row's. Null if
 * none is left. */
export async function findGoneBrowser(
  database: Pick<Transaction, "recoveryCode">,
  id: string,
): Promise<GoneBrowser | null> {
  const user = { select: { email: true } };
  const made = await database.recoveryCode.findFirst({
    where: { addedInBrowserId: id },
    select: { userId: true, addedInBrowser: true, createdAt: true, user },
  });
  if (made?.addedInBrowser) {
    return { userId: made.userId, email: made.user.email, keyHash: made.addedInBrowser, at: made.createdAt };
  }
  const used = await database.recoveryCode.findFirst({
    where: { usedInBrowserId: id },
    orderBy: { usedAt: "asc" },
    select: { userId: true, usedInBrowser: true, usedAt: true, user },
  });
  if (!used?.usedInBrowser || used.usedAt === null) return null;
  return { userId: used.userId, email: used.user.email, keyHash: used.usedInBrowser, at: used.usedAt };
}
