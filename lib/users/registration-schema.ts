import { z } from "zod";
import { e164Phone } from "@/lib/identifier";
import { canonical, emailField } from "./login-schema";
import type { PersonField } from "./person-fields";
import { isReservedUsername, validUsername } from "./username";

/** Canonical fields, or `FieldErrorCode` messages. `defaultCountry`: ISO 3166-1 alpha-2. */
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

export type Registration = z.output<ReturnType<typeof registrationSchema>>;
