import { z } from "zod";
import { canonicalEmail, isEmailBeyondAscii } from "@/lib/identifier";
import { canonical } from "./canonical-field";

/** Parses to the canonical email, or a `FieldErrorCode` as the message. */
export const emailField = canonical(canonicalEmail, {
  empty: "EMAIL_EMPTY",
  malformed: (input) => (isEmailBeyondAscii(input) ? "EMAIL_BEYOND_ASCII" : "EMAIL_MALFORMED"),
});

export const loginSchema = z.object({ email: emailField });
