import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { challengeLifeMs, maxAttempts } from "@/lib/auth/challenge/challenge";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Spared } from "@/lib/users/access-limits";
import { lockPasskeys } from "@/lib/users/locks";
import { forgetBrowsers } from "./forget-browsers";
import type { SuspectedAttacker } from "./suspected-attacker";

/** For which address something was reported, where that came from, and since when it was there. */
export type Reported = { address: string; ip: string | null; createdAt: Date };

const reportedFields = {
  id: true,
  purpose: true,
  address: true,
  providerSid: true,
  payload: true,
  userId: true,
  knownKeyHash: true,
  reportedAt: true,
  ip: true,
  createdAt: true,
} as const satisfies Prisma.ChallengeSelect;

type ReportedChallenge = Prisma.ChallengeGetPayload<{ select: typeof reportedFields }>;

/**
 * Ends a reported code request, every request that may have had the same code, and whatever any of them led to: the
 * sessions, and the browsers that became known by them. The browser that asked is unknown again, too, however long it
 * was known. A step-up was asked for by a session, so that session ends with its proofs, and its browser is unknown.
 * Passkeys that were added since from any of these are removed, also where the session is gone by now. A request to
 * verify a phone is reported by the mail that tells of it: likewise, and the number is not verified any more. The reader
 * of an address that an account was to move to is a stranger to the account: the request ends, and nothing else.
 * What was mailed to an address ends nothing of an account that has another one now.
 * Null where there was nothing to end, or where it was reported before.
 */
export async function reportChallenge(
  transaction: Transaction,
  id: string,
  visitor: Visitor,
  now: Date,
): Promise<Reported | null> {
  const row = await transaction.challenge.findUnique({ where: { id }, select: reportedFields });
  if (row === null) return await reportDeleted(transaction, id, visitor);
  if (row.reportedAt !== null) return null;
  // Before the challenges, in the order of locks.ts.
  const owner = await findOwner(transaction, row);
  if (owner !== null) await lockPasskeys(transaction, owner.id);
  if (!(await endChallenges(transaction, row, now))) return null;
  const attacker = owner && (await findReported(transaction, row, owner));
  const ended = await end(transaction, attacker, visitor);
  await record(transaction, { challengeId: id, address: row.address, userId: attacker?.userId, ended }, visitor);
  // It slows nobody: no stranger asks for codes to a phone.
  return row.purpose === "VERIFY_PHONE" ? null : row;
}

/**
 * Whose access a report of a request may end, and the sessions that it led to or was asked in. Null where nothing is left
 * to tell.
 */
export async function findTouchedByChallenge(id: string): Promise<(Spared & { userId: string }) | null> {
  const row = await db().challenge.findUnique({ where: { id }, select: reportedFields });
  if (row === null) {
    const session = await db().session.findUnique({ where: { challengeId: id }, select: { id: true, userId: true } });
    return session && { userId: session.userId, sessionIds: [session.id], keyHashes: [] };
  }
  const owner = row.userId ?? (await db().user.findUnique({ where: { email: row.address }, select: { id: true } }))?.id;
  if (owner === undefined) return null;
  const sharing = await db().challenge.findMany({ where: mayShareCode(row), select: { id: true } });
  // The asking session is named by the hash of its id.
  const sessions = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Session" WHERE "userId" = ${owner}::uuid AND ("challengeId" = ANY(${sharing.map((each) => each.id)}::text[])
      OR encode(sha256(convert_to("id"::text, 'UTF8')), 'hex') = ${row.userId === null ? null : row.knownKeyHash})`;
  return { userId: owner, sessionIds: sessions.map((each) => each.id), keyHashes: [] };
}

/** Whose mailbox the report comes from, if it is theirs still. */
async function findOwner(transaction: Transaction, { purpose, userId, address, payload }: ReportedChallenge) {
  if (purpose === "CHANGE_EMAIL") return null;
  const email = purpose === "VERIFY_PHONE" ? ((payload as { email?: string } | null)?.email ?? "") : address;
  const user = await transaction.user.findUnique({ where: { email }, select: { id: true } });
  return user !== null && (userId === null || userId === user.id) ? user : null;
}

async function findReported(transaction: Transaction, row: ReportedChallenge, owner: { id: string }) {
  return row.userId === null
    ? await findSuspectedAttacker(transaction, row, owner)
    : await findAskingSession(transaction, row, owner);
}

/** The request's own row is kept for a week, its session may live longer. */
async function reportDeleted(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const session = await transaction.session.findUnique({
    where: { challengeId: id },
    select: {
      id: true,
      userId: true,
      browserKeyHash: true,
      ip: true,
      createdAt: true,
      user: { select: { email: true } },
    },
  });
  if (session === null) return null;
  const { userId, ip, createdAt } = session;
  const address = session.user.email;
  const added = { addedAfterLogin: id };
  const ended = await end(transaction, { ...toAttacker(userId, [session]), added }, visitor);
  if (ended === 0) return null;
  await record(transaction, { challengeId: id, address, userId, ended }, visitor);
  return { address, ip, createdAt };
}

/** False if the same report was quicker in another request. */
async function endChallenges(transaction: Transaction, row: ReportedChallenge, now: Date): Promise<boolean> {
  // Its beginning, not this moment: a login that read the clock just before must find it ended as well.
  const expiresAt = row.createdAt;
  await transaction.challenge.updateMany({
    where: { ...mayShareCode(row), consumedAt: null, expiresAt: { gt: now } },
    data: { expiresAt },
  });
  // As if all checks were spent: the address's next code is a new one (fresh-code.ts).
  const { count } = await transaction.challenge.updateMany({
    where: { id: row.id, reportedAt: null },
    data: { reportedAt: now, expiresAt, attempts: maxAttempts },
  });
  return count === 1;
}

/**
 * The requests that may have had this one's code: Twilio gives all that are pending for an address the same one. By its
 * verification, and by time as well, since a resend after the login gives the row another verification.
 */
function mayShareCode({ id, purpose, address, providerSid, createdAt }: ReportedChallenge): Prisma.ChallengeWhereInput {
  const gte = new Date(createdAt.getTime() - challengeLifeMs);
  const lte = new Date(createdAt.getTime() + challengeLifeMs);
  const bySid = providerSid === null ? [] : [{ providerSid }];
  // The mail about a phone speaks of one request: others asked for the same number in accounts of their own.
  if (purpose === "VERIFY_PHONE") return { id };
  return { address, OR: [{ id }, { createdAt: { gte, lte } }, ...bySid] };
}

/**
 * The sessions made from requests with the same code. A browser that was known before such a request stays known unless
 * it is the one that asked: it may be the owner's, whose lane an attack would otherwise close.
 */
async function findSuspectedAttacker(
  transaction: Transaction,
  row: ReportedChallenge,
  user: { id: string },
): Promise<SuspectedAttacker> {
  const sharing = await transaction.challenge.findMany({
    where: mayShareCode(row),
    orderBy: { createdAt: "asc" },
    select: { id: true, knownKeyHash: true, createdAt: true, consumedAt: true },
  });
  const [first] = sharing.filter(({ consumedAt }) => consumedAt !== null);
  const knownBefore = new Map(sharing.map(({ id, knownKeyHash }) => [id, knownKeyHash]));
  const sessions = await transaction.session.findMany({
    where: { userId: user.id, challengeId: { in: [...knownBefore.keys()] } },
    select: { id: true, challengeId: true, browserKeyHash: true },
  });
  const made = toAttacker(
    user.id,
    sessions.map(({ id, challengeId, browserKeyHash }) => ({
      id,
      browserKeyHash: knownBefore.get(challengeId ?? "") === browserKeyHash ? null : browserKeyHash,
    })),
  );
  const asking = row.knownKeyHash === null ? [] : [row.knownKeyHash];
  const keyHashes = [...made.keyHashes, ...asking];
  const places = [
    { addedAfterLogin: { in: [...knownBefore.keys()] } },
    { addedInBrowser: { in: made.keyHashes } },
    // It may be the owner's, and have added passkeys long before.
    { addedInBrowser: { in: asking }, createdAt: { gte: row.createdAt } },
  ];
  return { ...made, keyHashes, added: { OR: places }, ...(first ? { since: first.createdAt } : {}) };
}

/** What was asked for in a session names it by the hash of its id. */
async function findAskingSession(
  transaction: Transaction,
  row: ReportedChallenge,
  user: { id: string },
): Promise<SuspectedAttacker> {
  const sessions = await transaction.session.findMany({
    where: { userId: user.id },
    select: { id: true, browserKeyHash: true },
  });
  const asking = sessions.filter(({ id }) => hashKey(id) === row.knownKeyHash);
  const phone = row.purpose === "VERIFY_PHONE" ? { phone: row.address } : {};
  const attacker = { ...toAttacker(user.id, asking), ...phone };
  if (row.knownKeyHash === null) return attacker;
  const since = row.createdAt;
  return { ...attacker, since, added: { addedInSession: row.knownKeyHash, createdAt: { gte: since } } };
}

function toAttacker(userId: string, sessions: { id: string; browserKeyHash: string | null }[]) {
  return {
    userId,
    sessionIds: sessions.map(({ id }) => id),
    keyHashes: sessions.flatMap(({ browserKeyHash }) => browserKeyHash ?? []),
  };
}

async function end(transaction: Transaction, attacker: SuspectedAttacker | null, visitor: Visitor): Promise<number> {
  if (attacker === null) return 0;
  return (await forgetBrowsers(transaction, attacker, visitor)).sessions;
}

async function record(
  transaction: Transaction,
  report: { challengeId: string; address: string; userId: string | undefined; ended: number },
  visitor: Visitor,
): Promise<void> {
  await recordEvent(transaction, {
    name: "challenge_reported",
    subjectId: report.userId,
    ...traceOf(report.challengeId, report.address, visitor),
    details: { hadSession: report.ended > 0 },
  });
}
