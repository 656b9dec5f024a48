import type { ZodError } from "zod";
import { requestTranslations } from "@/lib/i18n/request-translations";

export type FieldErrorCode =
  | "USERNAME_EMPTY"
  | "USERNAME_MALFORMED"
  | "USERNAME_RESERVED"
  | "EMAIL_EMPTY"
  | "EMAIL_MALFORMED"
  | "EMAIL_BEYOND_ASCII"
  | "PHONE_EMPTY"
  | "PHONE_MALFORMED";

/** The first error of a schema of `canonical` fields, in one field or any. */
export function findFieldError(error: ZodError | undefined, field?: string): FieldErrorCode | undefined {
  const issue = error?.issues.find(({ path }) => field === undefined || path[0] === field);
  return issue?.message as FieldErrorCode | undefined;
}

/** The error sentence in the request's language, for one field or any. For server actions. */
export async function describeFieldError(error: ZodError | undefined, field?: string): Promise<string | undefined> {
  const code = findFieldError(error, field);
  return code && (await requestTranslations("fields"))(code);
}

export async function describeFieldErrors<Field extends string>(
  error: ZodError,
  fields: readonly Field[],
): Promise<Record<Field, string | undefined>> {
  const sentences = await Promise.all(fields.map(async (field) => [field, await describeFieldError(error, field)]));
  return Object.fromEntries(sentences);
}
