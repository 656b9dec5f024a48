import { recordEvent, traceOf } from "@/lib/audit/record-event";
import { findVerified, toVerified, type VerifiedChallenge } from "@/lib/auth/challenge/find-verified";
import { type VerifyCodeError, verifyCode } from "@/lib/auth/challenge/verify-code";
import type { AskForBotCheck } from "@/lib/auth/device/asking-browser";
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
import { isEmailKept } from "@/lib/users/is-email-kept";
import { readRegisterConflict, registerUser } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";

export type CompleteLoginError = VerifyCodeError | "USERNAME_TAKEN" | "PHONE_TAKEN" | "EMAIL_KEPT" | "ACCOUNT_DISABLED";

/** A code, or once it was right, the field that was taken meanwhile. */
export type LoginAttempt =
  | { challengeId: string; code: string }
  | { challengeId: string; username: string; phone: string };

export type Browser = {
  challengeKey: string | null;
  trustedKey: string;
  sid?: string | null;
  /** The key of a guest's bag. */
  bagKey?: string | null;
  askForBotCheck: AskForBotCheck;
};

export type CompletedLogin = CreatedSession & {
  outcome: "LOGGED_IN" | "REGISTERED" | "HAD_ACCOUNT";
  email: string;
};

/** Turns a right code into a session or a registration; called by `authorize` only. Throws as `verifyCode`. */
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
  // Otherwise one verified mailbox could probe which numbers are verified.
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
    ...whatItLeaves(browser),
    wrongCodes: Math.max(0, challenge.attempts - 1),
    visitor,
  };
  const finished = { email: challenge.address };
  const opened = await createSession(entrance, new Date());
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
  // The account was deleted or moved, or the phone became another's, meanwhile.
  if (registration === null) return fail("CODE_REJECTED");
  try {
    const registered = await register(registration, { ...entrance, isRegistration: true });
    return registered.ok ? ok({ ...registered.value, ...finished, outcome: "REGISTERED" }) : registered;
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict === "USERNAME_TAKEN") return fail("USERNAME_TAKEN");
    // The mailbox was verified in another browser a moment ago.
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
      const opened = await createSession(entrance, now, transaction);
      // Thrown, so the transaction drops the new user.
      if (opened === null) throw new AlreadyConsumed();
      return ok(opened);
    });
  } catch (error) {
    if (error instanceof AlreadyConsumed) return fail("CHALLENGE_FINISHED");
    throw error;
  }
}

class AlreadyConsumed extends Error {}

/** What a login ends in this browser: the session it still has, and the guest's bag. */
export function whatItLeaves({ sid, bagKey }: Pick<Browser, "sid" | "bagKey">) {
  return { oldSid: sid ?? null, bagKeyHash: bagKey ? hashKey(bagKey) : null };
}

async function whyNotOpened({ phone, ...challenge }: VerifiedChallenge) {
  // A phone that is no longer the owner's must not learn about the account.
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
  // Codes were switched off meanwhile.
  if (user.passkeysOnlyAt !== null) return "CODE_REJECTED";
  if (isDeletionPending(user)) return user;
  // The challenge was free a moment later; the visitor may press again.
  return user.disabledAt === null ? "CHALLENGE_FINISHED" : "ACCOUNT_DISABLED";
}

async function requireVerified(
  attempt: Parameters<typeof findVerified>[0],
): Promise<Result<VerifiedChallenge, "CHALLENGE_ENDED">> {
  const proven = await findVerified(attempt);
  const result = proven === null ? fail("CHALLENGE_ENDED" as const) : toVerified(proven);
  return result.ok ? result : fail("CHALLENGE_ENDED");
}

/** A login that was right, but blocked by a pending deletion; the token can keep the account. */
export type LoginBlocked = { ok: false; error: "ACCOUNT_PENDING_DELETION"; keepToken: string };

export const blockFields = {
  id: true,
  email: true,
  disabledAt: true,
  deletionAskedAt: true,
} as const satisfies Prisma.UserSelect;

type Owner = Prisma.UserGetPayload<{ select: typeof blockFields }>;

export function isDeletionPending(user: Owner): user is Owner & UserPendingDeletion {
  return user.disabledAt === null && user.deletionAskedAt !== null;
}

/** The answer to a verified owner with a pending deletion: no session at all (docs/decisions/pending-deletion.md). */
export function blockLogin(owner: UserPendingDeletion): LoginBlocked {
  return { ok: false, error: "ACCOUNT_PENDING_DELETION", keepToken: makeKeepToken(owner) };
}
