const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

const endMark = /[\s.,;،؛。、]/;

/** NFKC, trimmed, no invisible characters but joiners, any dash as `-` (IDNA 2008; RFC 8265). */
export function readTypedText(input: string): string {
  return input
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/\p{Dash}/gu, "-")
    .trim();
}

export function readTyped(input: string): string {
  return readTypedText(input).replace(/(?!\d)\p{Nd}/gu, asciiDigit);
}

export function readTypedEmail(input: string): string {
  return withoutEndMarks(readTypedText(input));
}

export function readTypedNumber(input: string): string {
  return withoutEndMarks(readTyped(input));
}

function withoutEndMarks(text: string): string {
  let end = text.length;
  while (endMark.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

export const longestPaste = 5_000;

/** The only run of six digits, or null. Shared by browser and server. */
export function readTypedCode(input: string): string | null {
  const text = readTypedNumber(input);
  const bare = text.replace(/[\s\p{Cf}-]/gu, "");
  if (/^\d{6}$/.test(bare)) return bare;
  // A link's random part may hold six digits; its fragment is the code.
  const runs = new Set(text.replace(/https?:\/\/[^\s#]+/g, " ").match(/(?<!\d)\d{6}(?!\d)/g));
  const [code] = runs;
  return runs.size === 1 && code !== undefined ? code : null;
}

function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return String((codePoint - first) % 10);
}

const unstorable = /\0|\p{Cs}/gu;

export function isStorable(text: string): boolean {
  return text.search(unstorable) === -1;
}

export function storable(text: string): string {
  return text.replace(unstorable, "");
}
