import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { ExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { usernameCharge } from "@/lib/auth/rate-limit/charges";
import { type BotCheckNeeded, chargeAsking, enforceSendingLimits } from "@/lib/auth/rate-limit/enforce";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeAskingOptions } from "@/lib/passkeys/verify-passkey";
import { fail, ok, type Result } from "@/lib/result";
import type { Registration } from "@/lib/users/registration-schema";
import { usernameKey } from "@/lib/users/username";

/** A pending challenge, and its sending, which the caller runs after the response. */
export type Started = { challengeId: string; deliver: () => Promise<void> };

/** Starts a login for a canonical email. All addresses do the same work here; only the mail differs. Bot check and
 * TooManyRequests as `enforceSendingLimits`. */
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

/** Repeats an expired challenge as a new request with all limits. CHALLENGE_ENDED for a step-up, which starts on its
 * own page. */
export async function restartChallenge(
  ended: ExpiredChallenge,
  browser: AskingBrowser,
): Promise<Result<Started, "USERNAME_TAKEN" | "CHALLENGE_ENDED"> | BotCheckNeeded> {
  const { purpose, email, registration, returnTo } = ended;
  if (purpose === "LOGIN") return await startLogin({ email, returnTo }, browser);
  return registration === null ? fail("CHALLENGE_ENDED") : await startRegistration(registration, returnTo, browser);
}

/** Options for a passkey login. Writes and charges nothing: a limit would let neighbours block passkeys (R8). */
export async function startPasskeyLogin(challengeKey: string) {
  return await makeAskingOptions({ purpose: "LOGIN", browserKeyHash: hashKey(challengeKey) });
}

/** Starts a registration. Tells a taken username (public, counted), never a taken email. Bot check and
 * TooManyRequests as `enforceSendingLimits`. */
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

/** In any letter case. */
async function isUsernameTaken(username: string): Promise<boolean> {
  const owner = await db().user.findUnique({ where: { usernameKey: usernameKey(username) }, select: { id: true } });
  return owner !== null;
}
