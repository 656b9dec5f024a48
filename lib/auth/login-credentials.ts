import { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import { registrationSchema } from "@/lib/users/registration-schema";
import { isChallengeId } from "./challenge";
import type { FinishAttempt } from "./finish-challenge";

const challengeId = z.string().refine(isChallengeId);

/** What people do to codes when they copy them: spaces and dashes in between, or other digits than ASCII's. */
const code = z
  .string()
  .max(40)
  .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));

/**
 * Reads what was handed to NextAuth's credentials callback, which anybody can call with anything.
 * Gives an attempt to finish a challenge, by code or by the fields chosen anew; every other field is dropped.
 */
export function readLoginCredentials(
  credentials: unknown,
  defaultCountry: string,
): Result<FinishAttempt, "CHALLENGE_ENDED" | "CODE_MALFORMED"> {
  const named = z.object({ challengeId }).safeParse(credentials);
  if (!named.success) return fail("CHALLENGE_ENDED");
  const withCode = z.object({ code }).safeParse(credentials);
  if (withCode.success) return ok({ ...named.data, ...withCode.data });
  const withFields = registrationSchema(defaultCountry).pick({ username: true, phone: true }).safeParse(credentials);
  return withFields.success ? ok({ ...named.data, ...withFields.data }) : fail("CODE_MALFORMED");
}
