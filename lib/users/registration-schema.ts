import { z } from "zod";
import { e164Phone } from "@/lib/identifier";
import { canonical } from "./canonical-field";
import { emailField } from "./login-schema";
import type { PersonField } from "./person-fields";
import { isReservedUsername, validUsername } from "./username";

/**
 * What each of a person's fields may hold (person-fields.ts); the same schema runs in the browser and on the server.
 * `defaultCountry` (ISO 3166-1 alpha-2) is the one whose national numbers are accepted without a country code.
 * `ownUsername` is what a user is called already, which they keep even where it is reserved now.
 * Parsing gives the canonical forms, or a `FieldErrorCode` as the message of each issue. Unknown fields, such as a role, are
 * dropped.
 */
export function registrationSchema(defaultCountry: string, ownUsername?: string) {
  return z.object({
    username: canonical((input) => validUsername(input, ownUsername), {
      empty: "USERNAME_EMPTY",
      malformed: (input) => (isReservedUsername(input) ? "USERNAME_RESERVED" : "USERNAME_MALFORMED"),
    }),
    email: emailField,
    phone: canonical((input) => e164Phone(input, defaultCountry), {
      empty: "PHONE_EMPTY",
      malformed: "PHONE_MALFORMED",
    }),
  } satisfies Record<PersonField, z.ZodType>);
}

/** A registration in canonical form. */
export type Registration = z.output<ReturnType<typeof registrationSchema>>;
