import { createChallenge } from "@/lib/auth/challenge/create-challenge";
import { deliverCode } from "@/lib/auth/challenge/deliver-code";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { usernameCharge } from "@/lib/auth/rate-limit/charges";
import { chargeAsking, enforceSendingLimits, type ProofNeeded } from "@/lib/auth/rate-limit/enforce";
import { db } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import type { Registration } from "@/lib/users/registration-schema";
import { usernameKey } from "@/lib/users/username";
import type { Started } from "./start-login";

/**
 * Starts a registration. Nothing of it becomes an account until the code is right; whether the email already has one
 * is told to nobody but its reader. A taken username may be told: usernames are public, and asking is counted.
 * May need a proof, and throws TooManyRequests, as `enforceSendingLimits`.
 */
export async function startRegistration(
  registration: Registration,
  returnTo: string | null,
  browser: AskingBrowser,
): Promise<Result<Started, "USERNAME_TAKEN"> | ProofNeeded> {
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
