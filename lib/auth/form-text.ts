/**
 * A text field of a submitted form: its first value, at most 1,000 characters, without NUL, which PostgreSQL refuses in
 * texts. Empty for a missing field or a file, since anybody can post anything to a server action.
 */
export function formText(form: FormData, name: string): string {
  if (!(form instanceof FormData)) return "";
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 1_000).replaceAll("\0", "") : "";
}
