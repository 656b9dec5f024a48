import { fail, ok, type Result } from "@/lib/result";
import { isUsernameTaken } from "@/lib/users/is-username-taken";
import type { Registration } from "@/lib/users/registration-schema";
import { createChallenge } from "./challenge";
import { deliverCode, firstDelivery } from "./deliver-code";
import type { Started } from "./start-login";
import type { Visitor } from "./visitor";

/**
 * Starts a registration. Nothing of it becomes an account until the code is right; whether the email already has one
 * is told to nobody but its reader. A taken username may be told: usernames are public.
 */
export async function startRegistration(
  registration: Registration,
  returnTo: string | null,
  browserKey: string,
  visitor: Visitor,
): Promise<Result<Started, "USERNAME_TAKEN">> {
  if (await isUsernameTaken(registration.username)) return fail("USERNAME_TAKEN");
  const { email } = registration;
  const challengeId = await createChallenge(
    { purpose: "REGISTER", email, registration, returnTo },
    browserKey,
    visitor,
  );
  const delivery = firstDelivery(challengeId, email, true, visitor);
  return ok({ challengeId, deliver: () => deliverCode(delivery) });
}
