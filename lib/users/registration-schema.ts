import { z } from "zod";
import { canonicalEmail, e164Phone } from "@/lib/identifier";
import { canonical } from "./canonical-field";
import { validUsername } from "./username";

/**
 * The three fields of a registration; the same schema runs in the browser and on the server.
 * `defaultCountry` (ISO 3166-1 alpha-2) is the one whose national numbers are accepted without a country code.
 * Parsing gives the canonical forms. Unknown fields, such as a role, are dropped.
 */
export function registrationSchema(defaultCountry: string) {
  return z.object({
    username: canonical(validUsername, {
      empty: "Choose a username.",
      bad: "Use 3 to 30 letters, digits, dots, dashes or underscores, beginning with a letter.",
    }),
    email: canonical(canonicalEmail, {
      empty: "Enter your email address.",
      bad: "This does not look like an email address. Example: name@example.com",
    }),
    phone: canonical((input) => e164Phone(input, defaultCountry), {
      empty: "Enter your phone number.",
      bad: "This does not look like a phone number. With a country code it always works: +44 20 7946 0018",
    }),
  });
}

/** A registration in canonical form. */
export type Registration = z.output<ReturnType<typeof registrationSchema>>;
