import { z } from "zod";
import { canonicalEmail, isEmailBeyondAscii } from "@/lib/identifier";
import { canonical } from "./canonical-field";

/** An email. Parsing gives its canonical form, or a `FieldErrorCode` as the message. */
export const emailField = canonical(canonicalEmail, {
  empty: "EMAIL_EMPTY",
  malformed: (input) => (isEmailBeyondAscii(input) ? "EMAIL_BEYOND_ASCII" : "EMAIL_MALFORMED"),
});

/** The one field of a login, see `emailField`. */
export const loginSchema = z.object({ email: emailField });
