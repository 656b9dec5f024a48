import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { doubtedSince } from "@/lib/retention";
import { lockPasskeys } from "@/lib/users/locks";
import type { Strangers } from "./strangers";
import { takeBackPhone } from "./take-back-phone";
import { voidRecoveryCodes } from "./void-recovery-codes";

/**
 * Makes browsers of a user unknown, ends all sessions that were made in them, with the sessions that are named, and
 * removes the passkeys by which a stranger would be back at once, and the recovery codes if they were made or one was
 * used there. A phone that was verified since they came in is not verified any more. If there was any passkey or code
 * of theirs, it may have logged in anywhere, so every session of the user ends, and every browser is unknown. Gives how
 * many sessions ended and passkeys went. Browsers go before sessions: a login on its way in one of them holds its row,
 * so its session is there when the sessions are looked for. The passkeys are locked before either and removed after,
 * for the same reason: a login by one of them is waited for, and so is an addition, which holds its session
 * (add-own-passkey.ts).
 */
export async function forgetBrowsers(
  transaction: Transaction,
  strangers: Strangers,
  visitor: Visitor,
): Promise<{ sessions: number; passkeys: number }> {
  const { userId, keyHashes, sessionIds = [] } = strangers;
  await lockPasskeys(transaction, userId);
  const browsers = await transaction.$queryRaw<Came[]>`
    DELETE FROM "KnownBrowser" WHERE "userId" = ${userId}::uuid AND "keyHash" = ANY(${keyHashes}::text[])
    RETURNING "createdAt"`;
  const ended = await transaction.$queryRaw<Came[]>`
    DELETE FROM "Session"
    WHERE "userId" = ${userId}::uuid AND ("id" = ANY(${sessionIds}::uuid[]) OR "browserKeyHash" = ANY(${keyHashes}::text[]))
    RETURNING "createdAt"`;
  const { count: passkeys, since } = await removePasskeys(transaction, strangers, visitor);
  const areVoided = await voidRecoveryCodes(transaction, strangers, since, visitor);
  const came = [...browsers, ...ended].map(({ createdAt }) => createdAt);
  const cameAt = earliest([...came, ...(since ? [since] : []), ...(strangers.since ? [strangers.since] : [])]);
  const sessions = ended.length + (await takeBackPhone(transaction, strangers, cameAt, visitor));
  if (passkeys === 0 && !areVoided) return { sessions, passkeys };
  await transaction.knownBrowser.deleteMany({ where: { userId } });
  const { count: others } = await transaction.session.deleteMany({ where: { userId } });
  return { sessions: sessions + others, passkeys };
}

type Came = { createdAt: Date };

function earliest(times: Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

/**
 * How old the passkeys are that a report may remove; null for all. Once codes have been off for a week, those that were
 * added before it stay: else a reader of the mailbox and its old mails could have codes again.
 */
export function reportableSince({ passkeysOnlyAt }: { passkeysOnlyAt: Date | null }, now = new Date()): Date | null {
  const since = doubtedSince(now);
  return passkeysOnlyAt !== null && passkeysOnlyAt < since ? since : null;
}

async function removePasskeys(
  transaction: Transaction,
  { userId, added, addedPasskey, used = [] }: Strangers,
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
