import type { ZodError } from "zod";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { storable } from "@/lib/typed-text";

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

/**
 * The sentence beside a field, in the language of the request: what its schema found wrong with it, or with any field
 * where none is named; undefined for nothing. For server actions.
 */
export async function describeFieldError(error: ZodError | undefined, field?: string): Promise<string | undefined> {
  const code = findFieldError(error, field);
  return code && (await requestTranslations("fields"))(code);
}

/** The sentences beside several fields of one schema. */
export async function describeFieldErrors<Field extends string>(
  error: ZodError,
  fields: readonly Field[],
): Promise<Record<Field, string | undefined>> {
  const sentences = await Promise.all(fields.map(async (field) => [field, await describeFieldError(error, field)]));
  return Object.fromEntries(sentences);
}

/**
 * A text field of a submitted form: its first value, at most `maxLength` UTF-16 units, without what PostgreSQL refuses
 * in text or jsonb. Empty for a missing field or a file, since anybody can post anything to a server action.
 */
export function formText(form: FormData, name: string, maxLength = 1_000): string {
  if (!(form instanceof FormData)) return "";
  const value = form.get(name);
  return typeof value === "string" ? storable(value.slice(0, maxLength)) : "";
}
