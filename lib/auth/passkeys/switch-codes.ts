import { recordEvent } from "@/lib/audit/record-event";
import { actCharge } from "@/lib/auth/rate-limit/charges";
import { chargeAct } from "@/lib/auth/rate-limit/enforce";
import { reportSubjectOf } from "@/lib/auth/session/profile-change";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { hasFreshProof, spendProof } from "@/lib/step-up/re-authentication";
import { endCodes } from "@/lib/users/end-access";
import { lockPasskeys, lockSession } from "@/lib/users/locks";

type Switched = Result<null, "PROOF_NEEDED">;

/** Thrown, so that the transaction takes back what it has ended. */
class ProofMissing extends Error {}

/**
 * Switches codes by mail and phone off for the user of this session: from then on a code neither logs in nor confirms
 * anything, also one that was asked for before. Needs a fresh proof by passkey, which is used up. Of this and the removal
 * of the last passkey one is later: then nothing is switched, or the migration's trigger switches back
 * (docs/decisions/passkeys-only.md). Throws TooManyRequests.
 */
export async function switchCodesOff(session: LiveSession, visitor: Visitor): Promise<Switched> {
  const { id: userId, email } = session.user;
  const switchOff = () =>
    db().$transaction(async (transaction) => {
      await lockPasskeys(transaction, userId);
      // Before the session: a code that is being typed is waited for, or finds itself ended.
      await endCodes(transaction, email);
      const place = await lockSession(transaction, session.id);
      if (place === null || !(await spendProof(transaction, session.id, "switch-codes-off"))) throw new ProofMissing();
      // A code from the mail may have given them.
      await transaction.stepUp.deleteMany({ where: { session: { userId } } });
      const { count } = await transaction.user.updateMany({
        where: { id: userId, passkeysOnlyAt: null, authenticators: { some: { cloneSuspectedAt: null } } },
        data: { passkeysOnlyAt: new Date() },
      });
      if (count === 0) throw new ProofMissing();
      await tell(transaction, session, visitor, { place, isOff: true });
      return ok(null);
    });
  try {
    return await chargeSwitch(session, "switch-codes-off", visitor, switchOff);
  } catch (error) {
    if (error instanceof ProofMissing) return fail("PROOF_NEEDED");
    throw error;
  }
}

/**
 * Switches codes on again. Needs a fresh proof, which is used up: by passkey or recovery code, since no code from the
 * mail proves anything until then. Codes that are on already stay so, and nothing is told. Throws TooManyRequests.
 */
export async function switchCodesOn(session: LiveSession, visitor: Visitor): Promise<Switched> {
  const { id: userId } = session.user;
  return await chargeSwitch(session, "switch-codes-on", visitor, () =>
    db().$transaction(async (transaction): Promise<Switched> => {
      const place = await lockSession(transaction, session.id);
      if (place === null || !(await spendProof(transaction, session.id, "switch-codes-on")))
        return fail("PROOF_NEEDED");
      const { count } = await transaction.user.updateMany({
        where: { id: userId, passkeysOnlyAt: { not: null } },
        data: { passkeysOnlyAt: null },
      });
      if (count > 0) await tell(transaction, session, visitor, { place, isOff: false });
      return ok(null);
    }),
  );
}

async function chargeSwitch(
  session: LiveSession,
  act: "switch-codes-off" | "switch-codes-on",
  visitor: Visitor,
  change: () => Promise<Switched>,
): Promise<Switched> {
  const { id, email: address } = session.user;
  const findRefusal = async () => ((await hasFreshProof(session.id, act)) ? null : "PROOF_NEEDED");
  return await chargeAct(actCharge(id), { address, visitor }, findRefusal, change);
}

async function tell(
  transaction: Transaction,
  session: LiveSession,
  visitor: Visitor,
  { place, isOff }: { place: NonNullable<Awaited<ReturnType<typeof lockSession>>>; isOff: boolean },
): Promise<void> {
  const { id: userId } = session.user;
  const { ip, userAgent } = visitor;
  const name = isOff ? "codes_switched_off" : "codes_switched_on";
  await recordEvent(transaction, { name, actorId: userId, subjectId: userId, ip, userAgent });
  await enqueueMails(transaction, {
    kind: "profile",
    facts: { act: isOff ? "codesOff" : "codesOn", report: reportSubjectOf(session.id, place) },
    change: `${name}:${userId}:${Date.now()}`,
    to: session.user,
    visitor,
  });
}
