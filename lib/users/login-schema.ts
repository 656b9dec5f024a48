import { z } from "zod";
import type { FieldErrorCode } from "@/lib/http/field-errors";
import { canonicalEmail, isEmailBeyondAscii } from "@/lib/identifier";
import { readTyped } from "@/lib/typed-text";

/** Parses to the canonical form, or adds the error: missing or wrong. */
export function canonical(
  toCanonical: (input: string) => string | null,
  errors: { empty: FieldErrorCode; malformed: FieldErrorCode | ((input: string) => FieldErrorCode) },
) {
  return z.string({ error: errors.empty }).transform((input, context) => {
    const isEmpty = readTyped(input) === "";
    const value = isEmpty ? null : toCanonical(input);
    if (value !== null) return value;
    const malformed = typeof errors.malformed === "string" ? errors.malformed : errors.malformed(input);
    context.addIssue({ code: "custom", message: isEmpty ? errors.empty : malformed });
    return z.NEVER;
  });
}

/** Parses to the canonical email, or a `FieldErrorCode` as the issue's message. */
export const emailField = canonical(canonicalEmail, {
  empty: "EMAIL_EMPTY",
  malformed: (input) => (isEmailBeyondAscii(input) ? "EMAIL_BEYOND_ASCII" : "EMAIL_MALFORMED"),
});

export const loginSchema = z.object({ email: emailField });
