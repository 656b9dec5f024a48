import { recordOwnEvent } from "@/lib/audit/record-event";
import { changeInSession, findMissingReauthentication } from "@/lib/auth/access/change-in-session";
import { sensitiveActionCharge } from "@/lib/auth/rate-limit/charges";
import { chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import type { Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { endCodes } from "@/lib/users/end-access";
import type { SessionOrigin } from "@/lib/users/locks";

type Switched = Result<null, "REAUTHENTICATION_NEEDED">;

/** Switches codes off: open ones stop working. Spends a passkey re-authentication (docs/decisions/passkeys-only.md).
 * Throws TooManyRequests. */
export async function switchCodesOff(session: LiveSession, visitor: Visitor): Promise<Switched> {
  const { id: userId, email } = session.user;
  // Lock order: challenges before the session.
  const beforeSession = (transaction: Transaction) => endCodes(transaction, email);
  const switchOff = async (transaction: Transaction, { report }: SessionOrigin): Promise<Switched> => {
    // They may come from a mailed code.
    await transaction.stepUp.deleteMany({ where: { session: { userId } } });
    const { count } = await transaction.user.updateMany({
      where: { id: userId, passkeysOnlyAt: null, authenticators: { some: { cloneSuspectedAt: null } } },
      data: { passkeysOnlyAt: new Date() },
    });
    if (count === 0) return fail("REAUTHENTICATION_NEEDED");
    await tell(transaction, session, visitor, { report, isOff: true });
    return ok(null);
  };
  const act = "switch-codes-off";
  return await chargeSwitch(session, act, visitor, () => changeInSession(session, act, switchOff, { beforeSession }));
}

/** Switches codes on, spending a re-authentication by passkey or recovery code. No-op if on. Throws TooManyRequests. */
export async function switchCodesOn(session: LiveSession, visitor: Visitor): Promise<Switched> {
  const { id: userId } = session.user;
  const switchOn = async (transaction: Transaction, { report }: SessionOrigin): Promise<Switched> => {
    const { count } = await transaction.user.updateMany({
      where: { id: userId, passkeysOnlyAt: { not: null } },
      data: { passkeysOnlyAt: null },
    });
    if (count > 0) await tell(transaction, session, visitor, { report, isOff: false });
    return ok(null);
  };
  const act = "switch-codes-on";
  return await chargeSwitch(session, act, visitor, () => changeInSession(session, act, switchOn));
}

async function chargeSwitch(
  session: LiveSession,
  act: "switch-codes-off" | "switch-codes-on",
  visitor: Visitor,
  change: () => Promise<Switched>,
): Promise<Switched> {
  const { id, email: address } = session.user;
  const findRefusal = () => findMissingReauthentication(session, act);
  return await chargeSensitiveAction(sensitiveActionCharge(id), { address, visitor }, findRefusal, change);
}

async function tell(
  transaction: Transaction,
  session: LiveSession,
  visitor: Visitor,
  { report, isOff }: Pick<SessionOrigin, "report"> & { isOff: boolean },
): Promise<void> {
  const { id: userId } = session.user;
  const name = isOff ? "codes_switched_off" : "codes_switched_on";
  await recordOwnEvent(transaction, userId, visitor, { name });
  await enqueueMails(transaction, {
    kind: "profile",
    facts: { act: isOff ? "codesOff" : "codesOn", report },
    change: `${name}:${userId}:${Date.now()}`,
    to: session.user,
    visitor,
  });
}
