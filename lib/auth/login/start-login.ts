import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { ExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import type { AskingBrowser } from "@/lib/auth/device/trusted-device";
import { usernameCharge } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeAsking, enforceSendingLimits } from "@/lib/auth/rate-limit/enforce";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeAskingOptions } from "@/lib/passkeys/verify-passkey";
import { fail, ok, type Result } from "@/lib/result";
import type { Registration } from "@/lib/users/registration-schema";
import { usernameKey } from "@/lib/users/username";

/** A challenge that waits for its code, and the sending that the caller runs after the response. */
export type Started = { challengeId: string; deliver: () => Promise<void> };

/**
 * Starts a login for a canonical email. Known, unknown and disabled addresses do the same work here and get the same
 * challenge; they differ only in what is mailed, after the response.
 * May need a proof, and throws TooManyRequests, as `enforceSendingLimits`.
 */
export async function startLogin(
  request: { email: string; returnTo: string | null },
  browser: AskingBrowser,
): Promise<{ ok: true; value: Started } | BotCheckNeeded> {
  const charged = await enforceSendingLimits(request.email, browser);
  if (!charged.ok) return charged;
  const challenge = await createChallenge({ purpose: "LOGIN", ...request }, browser);
  const delivery = {
    challenge,
    address: request.email,
    mayReceiveCode: challenge.hasAccount,
    isFirst: true,
    visitor: browser.visitor,
  };
  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}

/**
 * Asks once more for what an ended challenge asked: same address, same fields, same way back. It is a first request like
 * any other, by the same functions, with all their limits, proofs and equal answers. A step-up starts on its own page
 * only, where the act is confirmed: CHALLENGE_ENDED. Throws TooManyRequests as they do.
 */
export async function restartChallenge(
  ended: ExpiredChallenge,
  browser: AskingBrowser,
): Promise<Result<Started, "USERNAME_TAKEN" | "CHALLENGE_ENDED"> | BotCheckNeeded> {
  const { purpose, email, registration, returnTo } = ended;
  if (purpose === "LOGIN") return await startLogin({ email, returnTo }, browser);
  return registration === null ? fail("CHALLENGE_ENDED") : await startRegistration(registration, returnTo, browser);
}

/**
 * What a browser needs to log somebody in with a passkey, whoever that will be. Writes nothing and is charged to nobody:
 * the login page asks by itself, and a limit here would let a neighbour close the way by passkey (R8).
 */
export async function startPasskeyLogin(challengeKey: string) {
  return await makeAskingOptions({ purpose: "LOGIN", browserKeyHash: hashKey(challengeKey) });
}

/**
 * Starts a registration. Nothing of it becomes an account until the code is right; whether the email already has one
 * is told to nobody but its reader. A taken username may be told: usernames are public, and asking is counted.
 * May need a proof, and throws TooManyRequests, as `enforceSendingLimits`.
 */
export async function startRegistration(
  registration: Registration,
  returnTo: string | null,
  browser: AskingBrowser,
): Promise<Result<Started, "USERNAME_TAKEN"> | BotCheckNeeded> {
  const { email, username } = registration;
  const { visitor } = browser;
  const asked = await chargeAsking([usernameCharge(visitor.ip)], null, browser);
  if (!asked.ok) return asked;
  if (await isUsernameTaken(username)) return fail("USERNAME_TAKEN");
  const charged = await enforceSendingLimits(email, browser);
  if (!charged.ok) return charged;
  const challenge = await createChallenge({ purpose: "REGISTER", email, registration, returnTo }, browser);
  const delivery = { challenge, address: email, mayReceiveCode: true, isFirst: true, visitor };
  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });
}

/** Whether somebody already has this username, in any letter case. Usernames are public, so this may be told. */
async function isUsernameTaken(username: string): Promise<boolean> {
  const owner = await db().user.findUnique({ where: { usernameKey: usernameKey(username) }, select: { id: true } });
  return owner !== null;
}
