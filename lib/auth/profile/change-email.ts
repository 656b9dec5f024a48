import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import { dropWaitingMoves } from "@/lib/auth/account/complete-email-change";
import { consumeChallenge } from "@/lib/auth/challenge/challenge";
import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { VerifiedChallenge } from "@/lib/auth/challenge/find-verified";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import type { Browser } from "@/lib/auth/login/complete-login";
import type { Started } from "@/lib/auth/login/start-login";
import { sendMailNow } from "@/lib/auth/outbox/send-outbox";
import { changeCharge, newAddressCharges } from "@/lib/auth/rate-limit/charges";
import type { BotCheckNeeded } from "@/lib/auth/rate-limit/enforce";
import { rotateSession } from "@/lib/auth/session/rotate-session";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db, type Transaction } from "@/lib/db/client";
import { findViolatedUnique } from "@/lib/db/database-errors";
import type { Visitor } from "@/lib/http/visitor";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails, outboxKey } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { undoableUntil } from "@/lib/retention";
import { endExcessAccess } from "@/lib/users/access-limits";
import { isEmailKept } from "@/lib/users/is-email-kept";
import { lockPasskeys, lockProfile, lockSession } from "@/lib/users/locks";
import { isProviderDown } from "@/lib/verification/provider-health";
import { spendProfileReauthentication } from "./re-authenticate";

/** Longer than a code and a new re-authentication take. */
const wantedMs = 60 * 60_000;

/** The address this session asked a code for in the last hour without verifying it, to refill the form; else null. */
export async function findWantedAddress(
  session: LiveSession,
  purpose: "CHANGE_EMAIL" | "VERIFY_PHONE",
): Promise<string | null> {
  const last = await db().challenge.findFirst({
    where: {
      userId: session.user.id,
      knownKeyHash: hashKey(session.id),
      purpose,
      createdAt: { gt: new Date(Date.now() - wantedMs) },
    },
    orderBy: { createdAt: "desc" },
    select: { address: true, consumedAt: true },
  });
  return last === null || last.consumedAt !== null ? null : last.address;
}

/** Mails a code to the new address, spending the re-authentication. MAIL_DOWN while mail is down. `email` is
 * canonical. Throws TooManyRequests. */
export async function startEmailChange(
  session: LiveSession,
  email: string,
  returnTo: string,
  browser: Pick<AskingBrowser, "challengeKey" | "visitor">,
): Promise<Result<Started, "REAUTHENTICATION_NEEDED" | "EMAIL_UNCHANGED" | "MAIL_DOWN">> {
  const { id: userId, email: from } = session.user;
  const { visitor } = browser;
  if (email === from) return fail("EMAIL_UNCHANGED");
  const { act: verifiedAction, isReauthenticated } = await readReauthentication(session, "change-email");
  if (!isReauthenticated) return fail("REAUTHENTICATION_NEEDED");
  // The mail to the old address has the only link that undoes the change.
  if (await isProviderDown("sendgrid")) return fail("MAIL_DOWN");
  const charges = [changeCharge(userId), ...newAddressCharges(email, browser)];
  if (!(await spendProfileReauthentication(session, verifiedAction, charges, { address: email, visitor })))
    return fail("REAUTHENTICATION_NEEDED");
  const challenge = await createChallenge(
    { purpose: "CHANGE_EMAIL", email, from, returnTo, userId, sessionId: session.id },
    { ...browser, trustedKey: null },
  );
  const act = "new-address" as const;
  const delivery = { challenge, address: email, mayReceiveCode: true, act, isFirst: true, visitor };
  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}

const payloadSchema = z.object({ from: z.string() });

type MoveRefusal = "CHALLENGE_ENDED" | "CHALLENGE_FINISHED" | "EMAIL_TAKEN" | "EMAIL_KEPT";

/** Thrown to roll the transaction back. */
class NotMoved extends Error {
  constructor(readonly refusal: MoveRefusal) {
    super(refusal);
  }
}

/** `sid`: the session's new token in any case. */
type EmailMove = {
  changeId: string;
  sid: string;
  state: "MOVED" | "WAITING" | "OLD_EMAIL_REFUSED" | "EMAIL_TAKEN";
};

/** Records a verified move as waiting and mails the old address; complete-email-change.ts moves once SendGrid
 * accepts that mail. Throws TooManyRequests. */
export async function finishEmailChange(
  attempt: { challengeId: string; code: string },
  session: LiveSession,
  { challengeKey, askForBotCheck }: Pick<Browser, "challengeKey" | "askForBotCheck">,
  visitor: Visitor,
): Promise<Result<EmailMove, VerifyCodeError | "EMAIL_TAKEN" | "EMAIL_KEPT"> | BotCheckNeeded> {
  if (challengeKey === null) return fail("CHALLENGE_ENDED");
  const owner = { userId: session.user.id, knownKeyHash: hashKey(session.id) };
  const proven = await verifyCode(
    { ...attempt, browserKeyHash: hashKey(challengeKey), purposes: ["CHANGE_EMAIL"], session: owner },
    { visitor, askForBotCheck },
  );
  if (!proven.ok) return proven;
  await endExcessAccess(session.user.id);
  let written: { changeId: string; sid: string };
  try {
    written = await db().$transaction((transaction) => writeMove(transaction, session, proven.value, visitor));
  } catch (error) {
    if (error instanceof NotMoved) return fail(error.refusal);
    // Another account is about to move there.
    if (findViolatedUnique(error, ["newEmail"]) !== null) return fail("EMAIL_TAKEN");
    throw error;
  }
  const outcome = await sendMailNow(outboxKey("own-email-left", written.changeId));
  if (outcome === "REFUSED") return ok({ ...written, state: "OLD_EMAIL_REFUSED" });
  const move = await db().emailChange.findUnique({ where: { id: written.changeId }, select: { newEmail: true } });
  if (move !== null) return ok({ ...written, state: move.newEmail === null ? "MOVED" : "WAITING" });
  const isTaken = (await db().user.count({ where: { email: proven.value.address } })) > 0;
  return isTaken ? ok({ ...written, state: "EMAIL_TAKEN" }) : fail("CHALLENGE_ENDED");
}

async function writeMove(
  transaction: Transaction,
  session: LiveSession,
  challenge: VerifiedChallenge,
  visitor: Visitor,
): Promise<{ changeId: string; sid: string }> {
  const userId = session.user.id;
  const { from: oldEmail } = payloadSchema.parse(challenge.payload);
  const { address: newEmail } = challenge;
  const at = new Date();
  await lockPasskeys(transaction, userId);
  await lockProfile(transaction, userId);
  if (!(await consumeChallenge(transaction, challenge.id, at))) throw new NotMoved("CHALLENGE_FINISHED");
  if ((await lockSession(transaction, session.id)) === null) throw new NotMoved("CHALLENGE_ENDED");
  // Another change was quicker; the re-authentication was for the old email.
  const isSame = { id: userId, email: oldEmail, disabledAt: null, deletionAskedAt: null };
  if ((await transaction.user.count({ where: isSame })) === 0) throw new NotMoved("CHALLENGE_ENDED");
  if ((await transaction.user.count({ where: { email: newEmail } })) > 0) throw new NotMoved("EMAIL_TAKEN");
  if (await isEmailKept(newEmail, transaction, userId)) throw new NotMoved("EMAIL_KEPT");
  await dropWaitingMoves(transaction, userId);
  const changeId = randomUUID();
  await transaction.emailChange.create({
    data: { id: changeId, userId, oldEmail, newEmail, at, undoableUntil: undoableUntil(at) },
    select: { id: true },
  });
  await enqueueMails(transaction, {
    kind: "own-email-left",
    facts: { newEmail: maskEmail(newEmail), changeId, sessionId: session.id, challengeId: challenge.id },
    change: changeId,
    to: { ...session.user, email: oldEmail },
    visitor,
    isSentByRequest: true,
  });
  return { changeId, sid: await rotateSession(transaction, session.id, at) };
}
