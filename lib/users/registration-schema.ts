import { z } from "zod";
import { canonicalEmail, e164Phone } from "@/lib/identifier";
import { canonical } from "./canonical-field";
import { validUsername } from "./username";

/**
 * The three fields of a registration; the same schema runs in the browser and on the server.
 * `defaultCountry` (ISO 3166-1 alpha-2) is the one whose national numbers are accepted without a country code.
 * Parsing gives the canonical forms, or a `FieldFault` as the message of each issue. Unknown fields, such as a role, are
 * dropped.
 */
export function registrationSchema(defaultCountry: string) {
  return z.object({
    username: canonical(validUsername, { empty: "USERNAME_EMPTY", malformed: "USERNAME_MALFORMED" }),
    email: canonical(canonicalEmail, { empty: "EMAIL_EMPTY", malformed: "EMAIL_MALFORMED" }),
    phone: canonical((input) => e164Phone(input, defaultCountry), {
      empty: "PHONE_EMPTY",
      malformed: "PHONE_MALFORMED",
    }),
  });
}

/** A registration in canonical form. */
export type Registration = z.output<ReturnType<typeof registrationSchema>>;
