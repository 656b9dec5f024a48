import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { pairCharge } from "@/lib/auth/rate-limit/charges";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { exhaust } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { type ReportKind, type ReportSubject, readReportToken } from "@/lib/signed-link/report-token";
import { endExcessAccess, type Spared } from "@/lib/users/access-limits";
import { lockPasskeys } from "@/lib/users/locks";
import { findGoneBrowser, forgetBrowsers } from "./forget-browsers";
import type { Reported } from "./report-challenge";
import { findTouchedByChallenge, reportChallenge } from "./report-challenge";

const slowedForSeconds = 60 * 60;

/** An old mail must not be kept to block a source later. */
const slowingEndsMs = 24 * 60 * 60_000;

type Report = (transaction: Transaction, id: string, visitor: Visitor, now: Date) => Promise<Reported | null>;

const reports: Record<ReportKind, Report> = {
  challenge: reportChallenge,
  session: reportSession,
  browser: reportBrowser,
  passkey: reportPasskey,
};

/** Handles "This was not me": ends the reported request, device, session or passkey with all it led to, in one
 * transaction with the audit; then slows the source, if a proxy told it, for an hour. False if forged. */
export async function reportNotMe(token: string, visitor: Visitor): Promise<boolean> {
  const subject = readReportToken(token);
  if (subject === null) return false;
  const touched = await findTouched(subject);
  if (touched !== null) await endExcessAccess(touched.userId, touched);
  const now = new Date();
  const report = reports[subject.kind];
  const reported = await db().$transaction((transaction) => report(transaction, subject.id, visitor, now));
  if (reported !== null && slowsItsSource(reported, now)) await slow(reported);
  return true;
}

/** Whose access the report may end, and the sessions and devices involved; null if nothing is left. */
async function findTouched({ kind, id }: ReportSubject): Promise<(Spared & { userId: string }) | null> {
  if (kind === "challenge") return await findTouchedByChallenge(id);
  if (kind === "passkey") {
    const passkey = await db().authenticator.findUnique({ where: { reportId: id }, select: { userId: true } });
    return passkey && { userId: passkey.userId, sessionIds: [], keyHashes: [] };
  }
  if (kind === "session") {
    const session = await db().session.findUnique({ where: { id }, select: { userId: true, browserKeyHash: true } });
    const keyHashes = session?.browserKeyHash ? [session.browserKeyHash] : [];
    return session && { userId: session.userId, sessionIds: [id], keyHashes };
  }
  const browser = await db().trustedDevice.findUnique({ where: { id }, select: { userId: true, keyHash: true } });
  if (browser === null) return null;
  const { userId, keyHash } = browser;
  // The newest tells the source. Accounts older than the limits may have more.
  const session = await db().session.findFirst({
    where: { userId, browserKeyHash: keyHash },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return { userId, sessionIds: session ? [session.id] : [], keyHashes: [keyHash] };
}

export function slowsItsSource(reported: Pick<Reported, "ip" | "createdAt">, now = new Date()): boolean {
  return sourceOf(reported.ip).isKnown && now.getTime() - reported.createdAt.getTime() < slowingEndsMs;
}

async function reportSession(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const session = await transaction.session.findUnique({
    where: { id },
    select: {
      userId: true,
      challengeId: true,
      browserKeyHash: true,
      ip: true,
      createdAt: true,
      user: { select: { email: true } },
    },
  });
  if (session === null) return null;
  const { userId, challengeId, browserKeyHash, ip, createdAt } = session;
  const address = session.user.email;
  const keyHashes = browserKeyHash === null ? [] : [browserKeyHash];
  const attacker = {
    userId,
    keyHashes,
    sessionIds: [id],
    added: {
      OR: [{ addedInSession: hashKey(id) }, { addedInBrowser: { in: keyHashes } }],
      createdAt: { gte: createdAt },
    },
    used: await findUsedPasskeys(transaction, userId, keyHashes),
  };
  const { sessions: ended } = await forgetBrowsers(transaction, attacker, visitor);
  if (ended === 0) return null;
  await recordEvent(transaction, {
    name: "session_reported",
    subjectId: userId,
    ...traceOf(challengeId, address, visitor),
  });
  return { address, ip, createdAt };
}

async function reportBrowser(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const owner = await transaction.trustedDevice.findUnique({ where: { id }, select: { userId: true } });
  if (owner === null) return await reportGoneBrowser(transaction, id, visitor);
  // Lock order: before the browser (locks.ts).
  await lockPasskeys(transaction, owner.userId);
  // Locked, so that of two reports one counts.
  const [browser] = await transaction.$queryRaw<
    { userId: string; keyHash: string; createdAt: Date; lastSeenAt: Date; passkeyId: string | null }[]
  >`SELECT "userId", "keyHash", "createdAt", "lastSeenAt", "passkeyId" FROM "KnownBrowser"
    WHERE "id" = ${id}::uuid FOR UPDATE`;
  if (browser === undefined) return null;
  const { userId, keyHash, lastSeenAt, passkeyId } = browser;
  const user = await transaction.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const session = await transaction.session.findFirst({
    where: { userId, browserKeyHash: keyHash },
    orderBy: { createdAt: "desc" },
    select: { challengeId: true, ip: true, createdAt: true },
  });
  const attacker = {
    userId,
    keyHashes: [keyHash],
    added: { addedInBrowser: keyHash, createdAt: { gte: browser.createdAt } },
    used: passkeyId === null ? [] : [passkeyId],
  };
  const { sessions: ended } = await forgetBrowsers(transaction, attacker, visitor);
  await recordEvent(transaction, {
    name: "browser_reported",
    subjectId: userId,
    ...traceOf(session?.challengeId ?? null, user.email, visitor),
    details: { sessions: ended },
  });
  return { address: user.email, ip: session?.ip ?? null, createdAt: session?.createdAt ?? lastSeenAt };
}

/** Its row is gone; the recovery codes made in it tell which it was. */
async function reportGoneBrowser(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const gone = await findGoneBrowser(transaction, id);
  if (gone === null) return null;
  const { userId, email, keyHash, at } = gone;
  const attacker = { userId, keyHashes: [keyHash], added: { addedInBrowser: keyHash, createdAt: { gte: at } } };
  const { sessions } = await forgetBrowsers(transaction, attacker, visitor);
  await recordEvent(transaction, {
    name: "browser_reported",
    subjectId: userId,
    ...traceOf(null, email, visitor),
    details: { sessions },
  });
  return { address: email, ip: null, createdAt: at };
}

async function reportPasskey(transaction: Transaction, id: string, visitor: Visitor): Promise<Reported | null> {
  const passkey = await transaction.authenticator.findUnique({
    where: { reportId: id },
    select: { userId: true, createdAt: true, user: { select: { email: true } } },
  });
  if (passkey === null) return null;
  const { userId, createdAt } = passkey;
  const attacker = { userId, keyHashes: [], addedPasskey: id };
  const { sessions, passkeys } = await forgetBrowsers(transaction, attacker, visitor);
  if (passkeys === 0) return null;
  const address = passkey.user.email;
  await recordEvent(transaction, {
    name: "passkey_reported",
    subjectId: userId,
    ...traceOf(null, address, visitor),
    details: { sessions, passkeys },
  });
  return { address, ip: null, createdAt };
}

async function findUsedPasskeys(transaction: Transaction, userId: string, keyHashes: string[]): Promise<string[]> {
  const browsers = await transaction.trustedDevice.findMany({
    where: { userId, keyHash: { in: keyHashes } },
    select: { passkeyId: true },
  });
  return browsers.flatMap(({ passkeyId }) => passkeyId ?? []);
}

/** All access has ended by now, so an unreachable store of limits is the operator's matter. */
async function slow({ address, ip }: Reported): Promise<void> {
  try {
    // By address: only a source told by a proxy is slowed.
    await exhaust(pairCharge(address, { ip, browserKeyHash: "" }), slowedForSeconds);
  } catch (error) {
    logEvent("error", "reported_source_not_slowed", describeError(error));
  }
}
