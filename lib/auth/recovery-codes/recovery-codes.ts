import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeInSession, findMissingReauthentication } from "@/lib/auth/access/change-in-session";
import { sensitiveActionCharge } from "@/lib/auth/rate-limit/charges";
import { chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import { secretOfCodeSql } from "@/lib/auth/session/secret-rotation";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey, secretIds } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { ok, type Result } from "@/lib/result";
import {
  hashRecoveryCode,
  newRecoveryCode,
  readRecoveryCode,
  recoveryCodeCount,
  recoveryCodeHashes,
} from "./recovery-code";

/** `isOutdated`: unused ones ended with a secret of AUTH_SECRET, or will. */
type RecoveryCodes = { left: number; madeAt: Date | null; isOutdated: boolean };

export async function readRecoveryCodes(userId: string): Promise<RecoveryCodes> {
  const codes = await db().$queryRaw<{ createdAt: Date; usedAt: Date | null; secretId: string | null }[]>`
    SELECT "createdAt", "usedAt", ${secretOfCodeSql} AS "secretId" FROM "RecoveryCode" WHERE "userId" = ${userId}::uuid`;
  const ids = secretIds();
  const unused = codes.filter(({ usedAt }) => usedAt === null).map(({ secretId }) => secretId ?? ids[0]);
  return {
    left: unused.filter((id) => id !== undefined && ids.includes(id)).length,
    madeAt: codes[0]?.createdAt ?? null,
    isOutdated: unused.some((id) => id !== ids[0]),
  };
}

/** Whether `typed` holds the user's ten unused codes, to return them as a file. Accepts any text. */
export async function areOwnRecoveryCodes(userId: string, typed: string[]): Promise<boolean> {
  const codes = typed.flatMap((text) => readRecoveryCode(text) ?? []);
  if (typed.length !== recoveryCodeCount || codes.length !== recoveryCodeCount) return false;
  const codeHash = { in: codes.flatMap(recoveryCodeHashes) };
  return (await db().recoveryCode.count({ where: { userId, codeHash, usedAt: null } })) === recoveryCodeCount;
}

const act = "make-recovery-codes";

type MadeRecoveryCodes = { codes: string[]; madeAt: Date };

/** Replaces the user's recovery codes, spending the re-authentication. Stores hashes only. Throws TooManyRequests. */
export async function makeRecoveryCodes(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<MadeRecoveryCodes, "REAUTHENTICATION_NEEDED">> {
  const { id, email: address } = session.user;
  const findRefusal = () => findMissingReauthentication(session, act);
  return await chargeSensitiveAction(sensitiveActionCharge(id), { address, visitor }, findRefusal, () =>
    makeCodes(session, visitor),
  );
}

async function makeCodes(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<MadeRecoveryCodes, "REAUTHENTICATION_NEEDED">> {
  const userId = session.user.id;
  return await changeInSession(session, act, async (transaction, origin) => {
    const { count: voided } = await transaction.recoveryCode.deleteMany({ where: { userId } });
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    const madeAt = new Date();
    const row = {
      userId,
      createdAt: madeAt,
      secretId: secretIds()[0],
      addedInSession: hashKey(session.id),
      addedInBrowser: origin.browserKeyHash,
      addedAfterLogin: origin.challengeId,
      addedInBrowserId: origin.browserId,
    };
    await transaction.recoveryCode.createMany({
      data: codes.map((code) => ({ ...row, codeHash: hashRecoveryCode(code) })),
    });
    await recordOwnEvent(transaction, userId, visitor, {
      name: "recovery_codes_made",
      details: { isRenewal: voided > 0 },
    });
    await enqueueMails(transaction, {
      kind: "recovery-codes",
      facts: { act: "made", report: origin.report },
      group: "made",
      change: `${userId}:${madeAt.getTime()}`,
      to: session.user,
      visitor,
    });
    return ok({ codes, madeAt });
  });
}
