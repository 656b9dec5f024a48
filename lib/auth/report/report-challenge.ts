import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { challengeLifeMs, maxAttempts } from "@/lib/auth/challenge/challenge";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Spared } from "@/lib/users/access-limits";
import { lockPasskeys } from "@/lib/users/locks";
import { forgetBrowsers } from "./forget-browsers";
import type { SuspectedAttacker } from "./suspected-attacker";

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

/** Ends a challenge, all with the same code, and all access they led to or were asked from. For a new address it
 * ends only the request. Null if nothing was left to end. */
export async function reportChallenge(
  transaction: Transaction,
  id: string,
  visitor: Visitor,
  now: Date,
): Promise<Reported | null> {
  const row = await transaction.challenge.findUnique({ where: { id }, select: reportedFields });
  if (row === null) return await reportDeleted(transaction, id, visitor);
  if (row.reportedAt !== null) return null;
  // Lock order: before the challenges (locks.ts).
  const owner = await findOwner(transaction, row);
  if (owner !== null) await lockPasskeys(transaction, owner.id);
  if (!(await endChallenges(transaction, row, now))) return null;
  const attacker = owner && (await findReported(transaction, row, owner));
  const ended = await end(transaction, attacker, visitor);
  await record(transaction, { challengeId: id, address: row.address, userId: attacker?.userId, ended }, visitor);
  // Slows no one: strangers cannot ask for codes to a phone.
  return row.purpose === "VERIFY_PHONE" ? null : row;
}

/** Whose access the report may end, and the sessions involved; null if nothing is left. */
export async function findTouchedByChallenge(id: string): Promise<(Spared & { userId: string }) | null> {
  const row = await db().challenge.findUnique({ where: { id }, select: reportedFields });
  if (row === null) {
    const session = await db().session.findUnique({ where: { challengeId: id }, select: { id: true, userId: true } });
    return session && { userId: session.userId, sessionIds: [session.id], keyHashes: [] };
  }
  const owner = row.userId ?? (await db().user.findUnique({ where: { email: row.address }, select: { id: true } }))?.id;
  if (owner === undefined) return null;
  const sharing = await db().challenge.findMany({ where: mayShareCode(row), select: { id: true } });
  // Named by the hash of the session's id.
  const sessions = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Session" WHERE "userId" = ${owner}::uuid AND ("challengeId" = ANY(${sharing.map((each) => each.id)}::text[])
      OR encode(sha256(convert_to("id"::text, 'UTF8')), 'hex') = ${row.userId === null ? null : row.knownKeyHash})`;
  return { userId: owner, sessionIds: sessions.map((each) => each.id), keyHashes: [] };
}

/** The account, if the mailbox is still its own. */
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

/** Requests are kept a week; sessions may live longer. */
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

/** False if the same report was quicker. */
async function endChallenges(transaction: Transaction, row: ReportedChallenge, now: Date): Promise<boolean> {
  // The start, not now: a login that read the clock before must see it ended.
  const expiresAt = row.createdAt;
  await transaction.challenge.updateMany({
    where: { ...mayShareCode(row), consumedAt: null, expiresAt: { gt: now } },
    data: { expiresAt },
  });
  // As if all checks were spent, so the next code is a new one (fresh-code.ts).
  const { count } = await transaction.challenge.updateMany({
    where: { id: row.id, reportedAt: null },
    data: { reportedAt: now, expiresAt, attempts: maxAttempts },
  });
  return count === 1;
}

/** Requests that may share the code: by verification and by time, since a resend changes the verification. */
function mayShareCode({ id, purpose, address, providerSid, createdAt }: ReportedChallenge): Prisma.ChallengeWhereInput {
  const gte = new Date(createdAt.getTime() - challengeLifeMs);
  const lte = new Date(createdAt.getTime() + challengeLifeMs);
  const bySid = providerSid === null ? [] : [{ providerSid }];
  // Other accounts may have asked for the same number.
  if (purpose === "VERIFY_PHONE") return { id };
  return { address, OR: [{ id }, { createdAt: { gte, lte } }, ...bySid] };
}

/** The sessions from requests with the same code. Devices trusted before stay trusted, unless they asked. */
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
    // It may be the owner's, with older passkeys.
    { addedInBrowser: { in: asking }, createdAt: { gte: row.createdAt } },
  ];
  return { ...made, keyHashes, added: { OR: places }, ...(first ? { since: first.createdAt } : {}) };
}

/** Named by the hash of the session's id. */
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
