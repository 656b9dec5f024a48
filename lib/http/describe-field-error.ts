import type { ZodError } from "zod";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { findFieldError } from "./field-errors";

/**
 * The sentence beside a field, in the language of the request: what its schema found wrong with it, or with any field
 * where none is named; undefined for nothing. For server actions.
 */
export async function describeFieldError(error: ZodError | undefined, field?: string): Promise<string | undefined> {
  const fault = findFieldError(error, field);
  return fault && (await requestTranslations("fields"))(fault);
}
