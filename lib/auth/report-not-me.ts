import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { exhaust } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { challengeLifeMs, maxAttempts } from "./challenge";
import { traceOf } from "./challenge-trace";
import { pairCharge } from "./limit-charges";
import { readReportToken } from "./report-token";
import type { Visitor } from "./visitor";

/** How long the reported source has to wait before it may ask for codes to this address again. */
const slowedForSeconds = 60 * 60;

/** Until when a report still slows its source: an old mail must not be kept to close the door much later. */
const slowingEndsMs = 24 * 60 * 60_000;

type Reported = { address: string; ip: string | null; createdAt: Date };

/**
 * "This was not me", pressed by a reader of the mailbox. A reported code request is ended and with it every code that
 * is pending for the address, since Twilio gives all of them the same one; a session made from it is ended, and its
 * browser is unknown again. A reported session likewise. All in one transaction with the audit trail; then the source
 * it came from is kept from asking for this address for an hour, if a proxy told it: without one all visitors look
 * alike, and the shopper would be shut out with the stranger.
 * The second time, and for what is long gone, it does nothing. False for a token that is not ours; nothing is changed.
 */
export async function reportNotMe(token: string, visitor: Visitor): Promise<boolean> {
  const subject = readReportToken(token);
  if (subject === null) return false;
  const now = new Date();
  const report = subject.kind === "challenge" ? reportChallenge : reportSession;
  const reported = await db().$transaction((transaction) => report(transaction, subject.id, visitor, now));
  if (reported !== null && slowsItsSource(reported, now)) await slow(reported);
  return true;
}

/** Whether a report of this request or session would slow where it came from. */
export function slowsItsSource(reported: Pick<Reported, "ip" | "createdAt">, now = new Date()): boolean {
  return sourceOf(reported.ip).isKnown && now.getTime() - reported.createdAt.getTime() < slowingEndsMs;
}

async function reportChallenge(
  transaction: Transaction,
  id: string,
  visitor: Visitor,
  now: Date,
): Promise<Reported | null> {
  const row = await transaction.challenge.findUnique({
    where: { id },
    select: { address: true, ip: true, createdAt: true, reportedAt: true },
  });
  if (row !== null && (row.reportedAt !== null || !(await endChallenge(transaction, { id, ...row }, now)))) return null;
  const session = await endSession(transaction, { challengeId: id });
  const reported = row ?? session;
  if (reported === null) return null;
  await recordEvent(transaction, {
    name: "challenge_reported",
    subjectId: session?.userId,
    ...traceOf(id, reported.address, visitor),
    details: { hadSession: session !== null },
  });
  return reported;
}

/** False if the same report was quicker in another request. */
async function endChallenge(
  transaction: Transaction,
  challenge: { id: string; address: string; createdAt: Date },
  now: Date,
): Promise<boolean> {
  const { id, address, createdAt } = challenge;
  // Its beginning, not this moment: a login that read the clock just before must find it ended as well.
  const expiresAt = createdAt;
  if (now.getTime() - createdAt.getTime() < challengeLifeMs) {
    await transaction.challenge.updateMany({
      where: { address, consumedAt: null, expiresAt: { gt: now } },
      data: { expiresAt },
    });
  }
  // As if all checks were spent: the address's next code is a new one (fresh-code.ts).
  const { count } = await transaction.challenge.updateMany({
    where: { id, reportedAt: null },
    data: { reportedAt: now, expiresAt, attempts: maxAttempts },
  });
  return count === 1;
}

async function reportSession(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const session = await endSession(transaction, { id });
  if (session === null) return null;
  await recordEvent(transaction, {
    name: "session_reported",
    subjectId: session.userId,
    ...traceOf(session.challengeId, session.address, visitor),
  });
  return session;
}

async function endSession(transaction: Transaction, where: { id: string } | { challengeId: string }) {
  const session = await transaction.session.findUnique({
    where,
    select: {
      id: true,
      userId: true,
      challengeId: true,
      browserKeyHash: true,
      ip: true,
      createdAt: true,
      user: { select: { email: true } },
    },
  });
  if (session === null) return null;
  const { id, userId, browserKeyHash: keyHash, user, ...rest } = session;
  const { count } = await transaction.session.deleteMany({ where: { id } });
  if (count === 0) return null;
  if (keyHash !== null) await transaction.knownBrowser.deleteMany({ where: { userId, keyHash } });
  return { ...rest, userId, address: user.email };
}

/** What had to end has ended by now, so a store of limits that does not answer is the operator's matter. */
async function slow({ address, ip }: Reported): Promise<void> {
  try {
    // By its address alone: only a source that a proxy told is slowed.
    await exhaust(pairCharge(address, { ip, browserKeyHash: "" }), slowedForSeconds);
  } catch (error) {
    logEvent("error", "reported_source_not_slowed", describeError(error));
  }
}
