/** Soft hyphens, zero-width and directional marks: nobody sees them, and copying brings them along. */
const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** What a sentence puts behind an address or a code: a full stop or a comma, also an Arabic or Chinese one. */
const endMark = /[\s.,;،؛。、]/;

/**
 * What a person typed or pasted into a field: NFKC, without invisible characters and outer spaces, with `-` for every
 * dash, since neither domains (IDNA 2008) nor names of accounts (PRECIS, RFC 8265) have another. Digits stay: in a
 * domain those of another script are other characters. The two joiners (U+200C, U+200D) stay, since words of some
 * scripts need them.
 */
export function readTypedText(input: string): string {
  return input
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/\p{Dash}/gu, "-")
    .trim();
}

/** The same of a name, a number or a code: with ASCII digits for the decimal digits of every script. */
export function readTyped(input: string): string {
  return readTypedText(input).replace(/(?!\d)\p{Nd}/gu, asciiDigit);
}

/** What was typed as an email, without the punctuation of its sentence. */
export function readTypedEmail(input: string): string {
  return withoutEndMarks(readTypedText(input));
}

/** The same of a phone number or a code, with ASCII digits. */
export function readTypedNumber(input: string): string {
  return withoutEndMarks(readTyped(input));
}

function withoutEndMarks(text: string): string {
  let end = text.length;
  while (endMark.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Characters that a code's field may send: enough for a whole mail, which some people paste. */
export const longestPaste = 5_000;

/**
 * The six digits of a code, alone or as the only run of six digits in a pasted message; null where there is none, or
 * more than one. The browser and the server both read codes by it.
 */
export function readTypedCode(input: string): string | null {
  const text = readTypedNumber(input);
  const bare = text.replace(/[\s\p{Cf}-]/gu, "");
  if (/^\d{6}$/.test(bare)) return bare;
  // The rest of a link is random, and can hold six digits; its fragment is the code.
  const runs = new Set(text.replace(/https?:\/\/[^\s#]+/g, " ").match(/(?<!\d)\d{6}(?!\d)/g));
  const [code] = runs;
  return runs.size === 1 && code !== undefined ? code : null;
}

/** Unicode keeps the ten digits of a script together and in order, so the place within its run is the value. */
function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return String((codePoint - first) % 10);
}

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
