import { z } from "zod";
import { isChallengeId } from "@/lib/auth/challenge/challenge";
import { fail, ok, type Result } from "@/lib/result";
import { longestPaste, readTypedCode } from "@/lib/typed-text";
import { registrationSchema } from "@/lib/users/registration-schema";
import type { LoginAttempt } from "./complete-login";

const challengeId = z.string().refine(isChallengeId);

const code = z.string().max(longestPaste).transform(readTypedCode).pipe(z.string());

/** NextAuth passes on text fields only, so this is JSON. */
const passkeyAnswer = z.string().max(60_000).transform(parseJson);

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
  const withPasskey = z.object({ passkey: passkeyAnswer }).safeParse(credentials);
  if (withPasskey.success) return ok(withPasskey.data);
  const named = z.object({ challengeId }).safeParse(credentials);
  if (!named.success) return fail("CHALLENGE_ENDED");
  const withCode = z.object({ code }).safeParse(credentials);
  if (withCode.success) return ok({ ...named.data, ...withCode.data });
  const withFields = registrationSchema(defaultCountry).pick({ username: true, phone: true }).safeParse(credentials);
  return withFields.success ? ok({ ...named.data, ...withFields.data }) : fail("CODE_MALFORMED");
}
