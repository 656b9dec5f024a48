import type { ZodError } from "zod";

/** What can be wrong with a field of a form. Keys of the namespace `fields`, which has the sentences. */
export type FieldErrorCode =
  | "USERNAME_EMPTY"
  | "USERNAME_MALFORMED"
  | "USERNAME_RESERVED"
  | "EMAIL_EMPTY"
  | "EMAIL_MALFORMED"
  | "EMAIL_BEYOND_ASCII"
  | "PHONE_EMPTY"
  | "PHONE_MALFORMED";

/** The first fault that a schema made of `canonical` fields found, in one field or in any; undefined if there is none. */
export function findFieldError(error: ZodError | undefined, field?: string): FieldErrorCode | undefined {
  const issue = error?.issues.find(({ path }) => field === undefined || path[0] === field);
  // Such a schema has no other message (canonical-field.ts).
  return issue?.message as FieldErrorCode | undefined;
}
