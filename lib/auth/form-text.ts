/** NUL, and half of a surrogate pair, which is also what cutting a text in the middle of an emoji leaves. */
const unstorable = /\0|\p{Cs}/gu;

/**
 * A text field of a submitted form: its first value, at most `maxLength` UTF-16 units, without what PostgreSQL refuses
 * in text or jsonb. Empty for a missing field or a file, since anybody can post anything to a server action.
 */
export function formText(form: FormData, name: string, maxLength = 1_000): string {
  if (!(form instanceof FormData)) return "";
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, maxLength).replace(unstorable, "") : "";
}
