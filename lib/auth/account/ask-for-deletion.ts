import { recordOwnEvent } from "@/lib/audit/record-event";
import { passkeyChangeAction } from "@/lib/auth/access/access-rules";
import { sensitiveActionCharge } from "@/lib/auth/rate-limit/charges";
import { chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import type { UserPendingDeletion } from "@/lib/signed-link/account-links";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { endExcessAccess } from "@/lib/users/access-limits";
import { isLastAdmin } from "@/lib/users/eligibility";
import { endAccess } from "@/lib/users/end-access";
import { lockAdminChanges, lockPasskeys } from "@/lib/users/locks";

/**
 * Notes that the owner of an account wants it deleted. From now on nobody gets in: every session ends, every browser is
 * unknown, no code that is on its way works, and a login leads to the question whether to keep the account. After
 * `deletionWaitDays` the retention job deletes it. Needs a fresh proof of this session for this act, which is used up in
 * the same transaction; from an admin who has had a passkey one by passkey. The last admin who may log in is refused. The
 * owner is told by a mail whose link keeps the account (R33). Throws TooManyRequests.
 */
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
    // A login by passkey that is finishing is waited for, and its session is seen; endAccess does so with codes.
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

type DeletionEligibility = {
  isLastAdmin: boolean;
  /** What the deletion has to be proven for. */
  act: SensitiveAction;
  /** A passkey is asked for, and a code from the mail is not enough. */
  needsPasskey: boolean;
  isReauthenticated: boolean;
};

/** What decides whether a member may have the account deleted now, for the page before it; asked again by the act itself. */
export async function readDeletionEligibility(session: LiveSession): Promise<DeletionEligibility> {
  const { id } = session.user;
  const [isLast, act] = await Promise.all([isLastAdmin(db(), id), passkeyChangeAction(db(), id, "delete-account")]);
  const isReauthenticated = await hasReauthenticated(session.id, act);
  return { isLastAdmin: isLast, act, needsPasskey: act === "administer", isReauthenticated };
}
