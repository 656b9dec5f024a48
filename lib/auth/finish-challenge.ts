import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import { readRegisterConflict, registerUser } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";
import type { Role } from "@/lib/users/roles";
import { traceOf } from "./challenge-trace";
import { findProven, type ProveError, type ProvenChallenge, proveChallenge } from "./prove-challenge";
import { hashKey } from "./secret-key";
import { createSession } from "./session-store";
import type { Visitor } from "./visitor";

export type FinishError = ProveError | "USERNAME_TAKEN" | "PHONE_TAKEN" | "ACCOUNT_DISABLED";

/** What a visitor hands in: a code, or, once the code was right, the field that was taken meanwhile. */
export type FinishAttempt =
  | { challengeId: string; code: string }
  | { challengeId: string; username: string; phone: string };

/** What the visitor's cookies say: the key of its challenges, the key it is known by, the session it may still have. */
export type Browser = { challengeKey: string | null; knownKey: string; sid?: string | null };

export type FinishedLogin = {
  userId: string;
  role: Role;
  /** The secret name of the new session, for the cookie. */
  sid: string;
  /** What happened, for the sentence on the next page and for the welcome mail. */
  outcome: "LOGGED_IN" | "REGISTERED" | "HAD_ACCOUNT";
  email: string;
  username: string;
};

/**
 * Turns a right code into a session: the one function that can, and NextAuth's `authorize` is its one caller.
 * One transaction consumes the challenge, makes the user if it was a registration, adds the session, and writes the
 * audit trail. If any of it fails nothing of it remains; the database itself refuses a second session per challenge.
 * A registration whose email turns out to have an account logs that account in: the visitor has proven the mailbox.
 */
export async function finishChallenge(
  attempt: FinishAttempt,
  browser: Browser,
  visitor: Visitor,
): Promise<Result<FinishedLogin, FinishError>> {
  if (browser.challengeKey === null) return fail("CHALLENGE_ENDED");
  const browserKeyHash = hashKey(browser.challengeKey);
  const purposes: ("LOGIN" | "REGISTER")[] = ["LOGIN", "REGISTER"];
  const proven =
    "code" in attempt
      ? await proveChallenge({ ...attempt, browserKeyHash, purposes }, visitor)
      : await requireProven({ challengeId: attempt.challengeId, browserKeyHash, purposes: ["REGISTER"] });
  if (!proven.ok) return proven;

  const challenge = proven.value;
  const registration = challenge.purpose === "REGISTER" ? (challenge.payload as Registration) : null;
  const chosen =
    registration && "username" in attempt
      ? { ...registration, username: attempt.username, phone: attempt.phone }
      : registration;

  return await consume(challenge, chosen, browser, visitor);
}

async function consume(
  challenge: ProvenChallenge,
  registration: Registration | null,
  browser: Browser,
  visitor: Visitor,
  isRetry = false,
): Promise<Result<FinishedLogin, FinishError>> {
  const now = new Date();
  const knownKeyHash = hashKey(browser.knownKey);
  try {
    return await db().$transaction(async (transaction) => {
      const user = await findOrRegister(transaction, challenge.address, registration, now);
      if (!user.ok) return user;
      const { count } = await transaction.challenge.updateMany({
        where: { id: challenge.id, provenAt: { not: null }, consumedAt: null, expiresAt: { gt: now } },
        data: { consumedAt: now },
      });
      // Thrown, not returned: a user that was just made must go with the transaction.
      if (count === 0) throw new AlreadyConsumed();

      const { id: userId, role, username, outcome } = user.value;
      // The browser forgets its old session with the new cookie, so nobody could end it any more (ASVS 7.2.4).
      if (browser.sid) await transaction.session.deleteMany({ where: { sessionToken: browser.sid } });
      const sid = await createSession(transaction, { userId, role, challengeId: challenge.id, visitor }, now);
      await transaction.knownBrowser.upsert({
        where: { userId_keyHash: { userId, keyHash: knownKeyHash } },
        create: { userId, keyHash: knownKeyHash, userAgent: visitor.userAgent },
        update: { lastSeenAt: now, userAgent: visitor.userAgent },
        select: { id: true },
      });
      await recordEvent(transaction, {
        name: outcome === "REGISTERED" ? "user_registered" : "login_succeeded",
        actorId: userId,
        subjectId: userId,
        ...traceOf(challenge.id, challenge.address, visitor),
      });
      return ok({ userId, role, sid, outcome, email: challenge.address, username });
    });
  } catch (error) {
    if (error instanceof AlreadyConsumed) return fail("CHALLENGE_FINISHED");
    const conflict = readRegisterConflict(error);
    if (conflict === "USERNAME_TAKEN") return fail("USERNAME_TAKEN");
    // The same mailbox was proven in another browser a moment ago; now the account is there to log in to.
    if (conflict === "EMAIL_TAKEN" && !isRetry) return await consume(challenge, registration, browser, visitor, true);
    throw error;
  }
}

class AlreadyConsumed extends Error {}

async function findOrRegister(transaction: Transaction, email: string, registration: Registration | null, now: Date) {
  const existing = await transaction.user.findUnique({
    where: { email },
    select: { id: true, role: true, username: true, disabledAt: true, emailVerified: true },
  });
  if (existing) {
    if (existing.disabledAt !== null) return fail("ACCOUNT_DISABLED" as const);
    await transaction.user.updateMany({
      where: { id: existing.id },
      data: { lastLoginAt: now, emailVerified: existing.emailVerified ?? now },
    });
    const outcome = registration ? ("HAD_ACCOUNT" as const) : ("LOGGED_IN" as const);
    return ok({ id: existing.id, role: existing.role, username: existing.username, outcome });
  }
  // A login whose account was deleted while the code was on its way.
  if (registration === null) return fail("CODE_REJECTED" as const);
  const registered = await registerUser(transaction, registration, now);
  if (!registered.ok) return registered;
  return ok({ ...registered.value, username: registration.username, outcome: "REGISTERED" as const });
}

async function requireProven(
  attempt: Parameters<typeof findProven>[0],
): Promise<Result<ProvenChallenge, "CHALLENGE_ENDED">> {
  const proven = await findProven(attempt);
  return proven !== null && proven.consumedAt === null ? ok(proven) : fail("CHALLENGE_ENDED");
}
