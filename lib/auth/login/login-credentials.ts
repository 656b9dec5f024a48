import { z } from "zod";
import { isChallengeId } from "@/lib/auth/challenge/challenge";
import { fail, ok, type Result } from "@/lib/result";
import { longestPaste, readTypedCode } from "@/lib/typed-text";
import { registrationSchema } from "@/lib/users/registration-schema";
import type { LoginAttempt } from "./complete-login";

const withChallenge = z.object({ challengeId: z.string().refine(isChallengeId) });

const withCode = z.object({ code: z.string().max(longestPaste).transform(readTypedCode).pipe(z.string()) });

/** NextAuth passes on text fields only, so this is JSON. */
const withPasskey = z.object({ passkey: z.string().max(60_000).transform(parseJson) });

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "is no JSON" });
    return z.NEVER;
  }
}

/** Reads what was posted to the credentials callback, which anyone can call. Drops every unknown field. */
export function readLoginCredentials(
  credentials: unknown,
  defaultCountry: string,
): Result<LoginAttempt | { passkey: unknown }, "CHALLENGE_ENDED" | "CODE_MALFORMED"> {
  const byPasskey = withPasskey.safeParse(credentials);
  if (byPasskey.success) return ok(byPasskey.data);
  const named = withChallenge.safeParse(credentials);
  if (!named.success) return fail("CHALLENGE_ENDED");
  const byCode = withCode.safeParse(credentials);
  if (byCode.success) return ok({ ...named.data, ...byCode.data });
  const withFields = registrationSchema(defaultCountry).pick({ username: true, phone: true }).safeParse(credentials);
  return withFields.success ? ok({ ...named.data, ...withFields.data }) : fail("CODE_MALFORMED");
}
