/** NUL, and half of a surrogate pair, which is also what cutting a text in the middle of an emoji leaves. */
const unstorable = /\0|\p{Cs}/gu;

/** Whether PostgreSQL takes a text as text or jsonb. */
export function isStorable(text: string): boolean {
  return text.search(unstorable) === -1;
}

/** A text without what PostgreSQL refuses in text or jsonb. */
export function storable(text: string): string {
  return text.replace(unstorable, "");
}
