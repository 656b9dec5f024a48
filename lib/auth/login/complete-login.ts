import { recordEvent } from "@/lib/audit/record-event";
import { traceOf } from "@/lib/audit/request-trace";
import { findVerified, toVerified, type VerifiedChallenge } from "@/lib/auth/challenge/find-verified";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { AskForBotCheck } from "@/lib/auth/device/trusted-device";
import { choiceCharges } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { type CreatedSession, createSession, type Entrance } from "@/lib/auth/session/create-session";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { phoneOwner } from "@/lib/phone/phone-channels";
import { fail, ok, type Result } from "@/lib/result";
import { makeKeepToken, type UserPendingDeletion } from "@/lib/signed-link/account-links";
import { isEmailKept } from "@/lib/users/eligibility";
import { readRegisterConflict, registerUser } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";

export type CompleteLoginError = VerifyCodeError | "USERNAME_TAKEN" | "PHONE_TAKEN" | "EMAIL_KEPT" | "ACCOUNT_DISABLED";

/** What a visitor hands in: a code, or, once the code was right, the field that was taken meanwhile. */
export type LoginAttempt =
  | { challengeId: string; code: string }
  | { challengeId: string; username: string; phone: string };

/** What the visitor's cookies say: the key of its challenges, the key it is known by, the session it may still have. */
export type Browser = {
  challengeKey: string | null;
  trustedKey: string;
  sid?: string | null;
  askForBotCheck: AskForBotCheck;
};

export type CompletedLogin = CreatedSession & {
  /** What happened, for the sentence on the next page. */
  outcome: "LOGGED_IN" | "REGISTERED" | "HAD_ACCOUNT";
  email: string;
};

/**
 * Turns a right code into a session: the one function that can, and NextAuth's `authorize` is its one caller. A
 * registration makes its user and its session in one transaction; if any of it fails nothing of it remains. The
 * database itself refuses a second session per challenge. A registration whose email turns out to have an account logs
 * that account in: the visitor has proven the mailbox. An account that is to be deleted opens nothing, and its owner is
 * asked whether to keep it (block-login.ts). An email that another account left may not be had while that account can
 * come back to it: EMAIL_KEPT, which only whoever reads the mailbox gets to hear. May ask for a bot check and throws
 * TooManyRequests as `verifyCode` does, and where too many names or numbers were tried.
 */
export async function completeLogin(
  attempt: LoginAttempt,
  browser: Browser,
  visitor: Visitor,
): Promise<Result<CompletedLogin, CompleteLoginError> | LoginBlocked | BotCheckNeeded> {
  if (browser.challengeKey === null) return fail("CHALLENGE_ENDED");
  const browserKeyHash = hashKey(browser.challengeKey);
  const proven =
    "code" in attempt
      ? await verifyCode(
          { ...attempt, browserKeyHash, purposes: ["LOGIN", "REGISTER"] },
          { visitor, askForBotCheck: browser.askForBotCheck },
        )
      : await requireVerified({ challengeId: attempt.challengeId, browserKeyHash, purposes: ["REGISTER"] });
  if (!proven.ok) return proven;
  // Or one proven mailbox could ask for ten minutes which numbers are verified.
  if (!("code" in attempt)) await chargeOrRefuse(choiceCharges(attempt.challengeId, visitor.ip), null, visitor);

  const challenge = proven.value;
  const registration = challenge.purpose === "REGISTER" ? (challenge.payload as Registration) : null;
  const chosen =
    registration && "username" in attempt
      ? { ...registration, username: attempt.username, phone: attempt.phone }
      : registration;
  return await enter(challenge, chosen, browser, visitor);
}

async function enter(
  challenge: VerifiedChallenge,
  registration: Registration | null,
  browser: Browser,
  visitor: Visitor,
): Promise<Result<CompletedLogin, CompleteLoginError> | LoginBlocked> {
  const entrance = {
    challenge,
    isRegistration: false,
    knownKeyHash: hashKey(browser.trustedKey),
    oldSid: browser.sid ?? null,
    wrongCodes: Math.max(0, challenge.attempts - 1),
    visitor,
  };
  const finished = { email: challenge.address };
  const opened = await createSession(db(), entrance, new Date());
  if (opened) return ok({ ...opened, ...finished, outcome: registration ? "HAD_ACCOUNT" : "LOGGED_IN" });

  const why = await whyNotOpened(challenge);
  if (typeof why !== "string") {
    await recordEvent(db(), {
      name: "login_held",
      subjectId: why.id,
      ...traceOf(challenge.id, challenge.address, visitor),
    });
    return blockLogin(why);
  }
  if (why === "ACCOUNT_DISABLED") {
    await recordEvent(db(), { name: "login_refused", ...traceOf(challenge.id, challenge.address, visitor) });
  }
  if (why !== "NO_ACCOUNT") return fail(why);
  // A login whose account was deleted or moved, or whose phone became another's, while the code was on its way.
  if (registration === null) return fail("CODE_REJECTED");
  try {
    const registered = await register(registration, { ...entrance, isRegistration: true });
    return registered.ok ? ok({ ...registered.value, ...finished, outcome: "REGISTERED" }) : registered;
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict === "USERNAME_TAKEN") return fail("USERNAME_TAKEN");
    // The same mailbox was proven in another browser a moment ago; now the account is there to log in to.
    if (conflict === "EMAIL_TAKEN" && (await isEmailKept(registration.email))) return fail("EMAIL_KEPT");
    if (conflict === "EMAIL_TAKEN") return await enter(challenge, registration, browser, visitor);
    throw error;
  }
}

async function register(
  registration: Registration,
  entrance: Entrance & { isRegistration: true },
): Promise<Result<CreatedSession, "USERNAME_TAKEN" | "PHONE_TAKEN" | "CHALLENGE_FINISHED">> {
  const now = new Date();
  try {
    return await db().$transaction(async (transaction) => {
      const user = await registerUser(transaction, registration, now, entrance.visitor.locale);
      if (!user.ok) return user;
      const opened = await createSession(transaction, entrance, now);
      // Thrown, not returned: the user that was just made must go with the transaction.
      if (opened === null) throw new AlreadyConsumed();
      return ok(opened);
    });
  } catch (error) {
    if (error instanceof AlreadyConsumed) return fail("CHALLENGE_FINISHED");
    throw error;
  }
}

class AlreadyConsumed extends Error {}

async function whyNotOpened({ phone, ...challenge }: VerifiedChallenge) {
  // A phone that is its owner's no longer, or no way in for them any more, must not learn what became of the account.
  const ofPhone = phone === null ? {} : { phone, ...phoneOwner };
  const [user, row] = await Promise.all([
    db().user.findUnique({
      where: { email: challenge.address, ...ofPhone },
      select: { ...blockFields, passkeysOnlyAt: true },
    }),
    db().challenge.findUnique({ where: { id: challenge.id }, select: { consumedAt: true, expiresAt: true } }),
  ]);
  if (row === null || row.consumedAt !== null) return "CHALLENGE_FINISHED";
  if (row.expiresAt <= new Date()) return "CHALLENGE_ENDED";
  if (user === null) return "NO_ACCOUNT";
  // Codes were switched off while this one was on its way: it counts as little as any other code.
  if (user.passkeysOnlyAt !== null) return "CODE_REJECTED";
  if (isDeletionPending(user)) return user;
  // Neither: the challenge was free and the account open a moment later. The visitor may press again.
  return user.disabledAt === null ? "CHALLENGE_FINISHED" : "ACCOUNT_DISABLED";
}

async function requireVerified(
  attempt: Parameters<typeof findVerified>[0],
): Promise<Result<VerifiedChallenge, "CHALLENGE_ENDED">> {
  const proven = await findVerified(attempt);
  const result = proven === null ? fail("CHALLENGE_ENDED" as const) : toVerified(proven);
  return result.ok ? result : fail("CHALLENGE_ENDED");
}

/** A login that was right and opened nothing: its account is to be deleted, and the token can keep it. */
export type LoginBlocked = { ok: false; error: "ACCOUNT_PENDING_DELETION"; keepToken: string };

/** What of a user tells whether a login opens the account. */
export const blockFields = {
  id: true,
  email: true,
  disabledAt: true,
  deletionAskedAt: true,
} as const satisfies Prisma.UserSelect;

type Owner = Prisma.UserGetPayload<{ select: typeof blockFields }>;

/** Whether the account is to be deleted, and nothing else keeps its owner out. */
export function isDeletionPending(user: Owner): user is Owner & UserPendingDeletion {
  return user.disabledAt === null && user.deletionAskedAt !== null;
}

/**
 * The answer to whoever has proven to be the owner of an account that is to be deleted. No session, not even one that
 * could do a single thing: every page would have to know of it (docs/decisions/pending-deletion.md).
 */
export function blockLogin(owner: UserPendingDeletion): LoginBlocked {
  return { ok: false, error: "ACCOUNT_PENDING_DELETION", keepToken: makeKeepToken(owner) };
}
