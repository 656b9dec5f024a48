import { recordOwnEvent } from "@/lib/audit/record-event";
import { passkeyChangeAction, type Reauthentication, readReauthentication } from "@/lib/auth/access/change-in-session";
import { sensitiveActionCharge } from "@/lib/auth/rate-limit/charges";
import { chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import type { UserPendingDeletion } from "@/lib/signed-link/account-links";
import { spendReauthentication } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { endExcessAccess } from "@/lib/users/access-limits";
import { endAccess } from "@/lib/users/end-access";
import { lockAdminChanges, lockPasskeys } from "@/lib/users/locks";

/** Requests deletion: ends all access now, and the daily job deletes after `deletionWaitDays`. A mailed link
 * undoes it (R33). Throws TooManyRequests. */
export async function askForDeletion(
  session: LiveSession,
  visitor: Visitor,
): Promise<Result<UserPendingDeletion, "REAUTHENTICATION_NEEDED" | "PASSKEY_STEP_UP_NEEDED" | "LAST_ADMIN">> {
  const { id, email: address } = session.user;
  const findRefusal = async () => {
    const { isLastAdmin: isLast, isReauthenticated, act } = await readDeletionEligibility(session);
    if (isLast) return "LAST_ADMIN";
    return isReauthenticated ? null : refusalWithout(act);
  };
  return await chargeSensitiveAction(sensitiveActionCharge(id), { address, visitor }, findRefusal, () =>
    ask(session, visitor),
  );
}

function refusalWithout(act: SensitiveAction) {
  return act === "administer" ? "PASSKEY_STEP_UP_NEEDED" : "REAUTHENTICATION_NEEDED";
}

async function ask(session: LiveSession, visitor: Visitor): ReturnType<typeof askForDeletion> {
  const { id } = session.user;
  await endExcessAccess(id);
  return await db().$transaction(async (transaction) => {
    await lockAdminChanges(transaction);
    if (await isLastAdmin(transaction, id)) return fail("LAST_ADMIN");
    // Waits for a passkey login that is finishing, so its session is ended too; endAccess does so for codes.
    await lockPasskeys(transaction, id);
    const act = await passkeyChangeAction(transaction, id, "delete-account");
    if (!(await spendReauthentication(transaction, session.id, act))) return fail(refusalWithout(act));
    const owner = await transaction.user.findUniqueOrThrow({ where: { id }, select: mailedUserFields });
    const { email } = owner;
    const sessions = await endAccess(transaction, { id, email });
    const deletionAskedAt = new Date();
    await transaction.user.update({ where: { id }, data: { deletionAskedAt }, select: { id: true } });
    await recordOwnEvent(transaction, id, visitor, {
      name: "deletion_asked",
      maskedIdentifier: maskAddress(email),
      details: { sessions },
    });
    await enqueueMails(transaction, {
      kind: "deletion-asked",
      facts: { askedAt: deletionAskedAt.toISOString() },
      change: `${id}:${deletionAskedAt.getTime()}`,
      to: { id, ...owner },
      visitor,
    });
    return ok({ id, email, deletionAskedAt });
  });
}

/** Whether a member may ask for deletion now. For the page; the action checks again. */
export async function readDeletionEligibility(
  session: LiveSession,
): Promise<Reauthentication & { isLastAdmin: boolean }> {
  const [isLast, reauthentication] = await Promise.all([
    isLastAdmin(db(), session.user.id),
    readReauthentication(session, "delete-account"),
  ]);
  return { ...reauthentication, isLastAdmin: isLast };
}

/** Needs the lock of the migration 20261123000011_last_admin in the caller's transaction. */
export async function isLastAdmin(database: Pick<Transaction, "$queryRaw">, userId: string): Promise<boolean> {
  const [found] = await database.$queryRaw<{ isLast: boolean }[]>`
    SELECT "role" = 'ADMIN' AND NOT EXISTS (
      SELECT 1 FROM "User" other WHERE other."role" = 'ADMIN' AND other."disabledAt" IS NULL
        AND other."deletionAskedAt" IS NULL AND other."id" <> "User"."id"
    ) AS "isLast"
    FROM "User" WHERE "id" = ${userId}::uuid`;
  return found?.isLast ?? false;
}
