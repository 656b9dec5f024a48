import { changeInSession, passkeyChangeAction } from "@/lib/auth/access/change-in-session";
import { renameCharge, sensitiveActionCharge } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse, chargeSensitiveAction } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { enqueueMails } from "@/lib/mail/outbox";
import {
  addPasskey,
  hasMostPasskeys,
  isPasskeyTaken,
  makeAddingOptions,
  type VerifiedNewPasskey,
  verifyNewPasskey,
} from "@/lib/passkeys/add-passkey";
import { spendPasskeyChallenge } from "@/lib/passkeys/passkey-challenge";
import { removePasskey, renamePasskey } from "@/lib/passkeys/passkeys";
import { fail, ok, type Result } from "@/lib/result";
import { spendReauthentication } from "@/lib/step-up/re-authentication";
import { lockPasskeys, lockSession, type SessionOrigin } from "@/lib/users/locks";
import { isAdditionConfirmed, isFirstPasskeyVerified } from "./first-passkey";

/** Options for making a passkey. Spends no re-authentication, so an aborted try costs nothing. */
export async function startAddingPasskey(
  session: LiveSession,
  challengeKey: string,
): Promise<Result<Awaited<ReturnType<typeof makeAddingOptions>>, "REAUTHENTICATION_NEEDED" | "TOO_MANY_PASSKEYS">> {
  const act = await passkeyChangeAction(db(), session.user.id, "add-passkey");
  if (!(await isAdditionConfirmed(session.id, act))) return fail("REAUTHENTICATION_NEEDED");
  if (await hasMostPasskeys(db(), session.user.id)) return fail("TOO_MANY_PASSKEYS");
  const asker = { browserKeyHash: hashKey(challengeKey), sessionId: session.id };
  return ok(await makeAddingOptions(session.user, asker));
}

const act = "add-passkey";

type Refusal = "REAUTHENTICATION_NEEDED" | "PASSKEY_NOT_MADE" | "TOO_MANY_PASSKEYS";

/** Adds the browser's new passkey, spending the re-authentication (or first login) in one transaction. The owner's
 * mail can remove it. Throws TooManyRequests. */
export async function addOwnPasskey(
  session: LiveSession,
  challengeKey: string | null,
  passkey: { name: string; answer: unknown },
  visitor: Visitor,
): Promise<Result<null, Refusal>> {
  if (challengeKey === null) return fail("PASSKEY_NOT_MADE");
  const asker = { browserKeyHash: hashKey(challengeKey), sessionId: session.id };
  const made = await verifyNewPasskey(passkey.answer, asker);
  if (!made.ok) return made;
  const add = () => addVerified(session, { ...made.value, name: passkey.name }, visitor);
  const { id, email: address } = session.user;
  const findRefusal = async () => {
    const actionToConfirm = await passkeyChangeAction(db(), id, act);
    return (await isAdditionConfirmed(session.id, actionToConfirm)) ? null : "REAUTHENTICATION_NEEDED";
  };
  return await chargeSensitiveAction<null, Refusal>(sensitiveActionCharge(id), { address, visitor }, findRefusal, add);
}

async function addVerified(
  session: LiveSession,
  { passkey: newPasskey, answered, name }: VerifiedNewPasskey & { name: string },
  visitor: Visitor,
): Promise<Result<null, Refusal>> {
  const change = async (transaction: Transaction, origin: SessionOrigin): Promise<Result<null, Refusal>> => {
    if (!(await spendPasskeyChallenge(transaction, answered))) return fail("PASSKEY_NOT_MADE");
    const row = {
      ...newPasskey,
      name,
      addedInSession: hashKey(session.id),
      addedInBrowser: origin.browserKeyHash,
      addedAfterLogin: origin.challengeId,
      addedUserAgent: visitor.userAgent,
    };
    const added = await addPasskey(transaction, session.user, row, visitor);
    if (!added.ok) return added;
    const { reportId } = added.value;
    await enqueueMails(transaction, {
      kind: "passkey",
      facts: { act: "added", report: { kind: "passkey", id: reportId } },
      change: `added:${reportId}`,
      to: session.user,
      visitor,
    });
    return ok(null);
  };
  const isConfirmedElse = (transaction: Transaction) => isFirstPasskeyVerified(session.id, transaction);
  try {
    return await changeInSession(session, act, change, { isConfirmedElse });
  } catch (error) {
    if (isPasskeyTaken(error)) return fail("PASSKEY_NOT_MADE");
    throw error;
  }
}

/** False if the user has no such passkey. `name` is validated. Throws TooManyRequests. */
export async function renameOwnPasskey(
  session: LiveSession,
  passkey: { id: string; name: string },
  visitor: Visitor,
): Promise<boolean> {
  await chargeOrRefuse([renameCharge(session.id)], null, visitor);
  return await renamePasskey(session.user, passkey, visitor);
}

/** Removes a passkey, spending the re-authentication only if it exists. LAST_PASSKEY while codes are off. */
export async function removeOwnPasskey(
  session: LiveSession,
  passkeyId: string,
  visitor: Visitor,
): Promise<Result<null, "REAUTHENTICATION_NEEDED" | "LAST_PASSKEY">> {
  return await db().$transaction(async (transaction) => {
    await lockPasskeys(transaction, session.user.id);
    const origin = await lockSession(transaction, session.id);
    if (origin === null) return fail("REAUTHENTICATION_NEEDED");
    const owned = await transaction.authenticator.findUnique({
      where: { credentialID: passkeyId, userId: session.user.id },
      select: { reportId: true },
    });
    if (owned === null) return ok(null);
    const locksOut = await transaction.user.count({
      where: {
        id: session.user.id,
        passkeysOnlyAt: { not: null },
        authenticators: { none: { cloneSuspectedAt: null, credentialID: { not: passkeyId } } },
      },
    });
    if (locksOut > 0) return fail("LAST_PASSKEY");
    const act = await passkeyChangeAction(transaction, session.user.id, "remove-passkey");
    if (!(await spendReauthentication(transaction, session.id, act))) return fail("REAUTHENTICATION_NEEDED");
    await removePasskey(transaction, session.user, passkeyId, visitor);
    await enqueueMails(transaction, {
      kind: "passkey",
      facts: { act: "removed", report: origin.report },
      change: `removed:${owned.reportId}`,
      to: session.user,
      visitor,
    });
    return ok(null);
  });
}
