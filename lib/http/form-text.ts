import { storable } from "@/lib/storable-text";

/**
 * A text field of a submitted form: its first value, at most `maxLength` UTF-16 units, without what PostgreSQL refuses
 * in text or jsonb. Empty for a missing field or a file, since anybody can post anything to a server action.
 */
export function formText(form: FormData, name: string, maxLength = 1_000): string {
  if (!(form instanceof FormData)) return "";
  const value = form.get(name);
  return typeof value === "string" ? storable(value.slice(0, maxLength)) : "";
}
