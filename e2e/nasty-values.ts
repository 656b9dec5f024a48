import fc from "fast-check";

/** Texts that have broken forms before: what a field, a query or a path segment may be made to hold. */
export const nastyTexts: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b@example.com",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e309",
  "99999999999999999999999999",
  "__proto__",
  "constructor",
  "toString",
  "[object Object]",
  "{}",
  '{"$ne":null}',
  "[]",
  "' OR 1=1 --",
  `"; DROP TABLE "User"; --`,
  "<img src=x onerror=alert(1)>",
  "{{7*7}}<%= 7*7 %>",
  "%00",
  "%E0%A4%A",
  "%s%s%s%n",
  "../../../../etc/passwd",
  "\\\\host\\share",
  "//evil.example/",
  "javascript:alert(1)",
  "line\r\nSet-Cookie: planted=1",
  "\u202Egnp.exe",
  "\u200B\u200D\uFEFF",
  "\uD83D",
  "\uDE00\uD83D",
  "👩‍👩‍👧‍👦",
  "Z\u0351\u036B\u0343\u036A".repeat(50),
  "ﬀ@ｅｘａｍｐｌｅ.com",
  "ＡＤＭＩＮ",
  "İ",
  "٣٣٣٣٣٣",
  "\uFFFF\uFFFE",
  `${"a".repeat(64)}@${"b".repeat(255)}.com`,
  "a".repeat(70_000),
];

/** A nasty text, or one that nobody thought of. */
export const nastyText = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.emailAddress().map((email) => email.replace(/@.*/, "@example.com.invalid ")),
);

/** One of the texts, or any JSON value: what a script may hand to an action or to an API. */
export const nastyJson = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 5 }),
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    1e308,
    [],
    {},
    [[[[[[[[]]]]]]]],
    Array(2_000).fill(0),
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}'),
    JSON.parse('{"toString":"x","valueOf":null,"length":-1,"then":"x"}'),
  ),
);

/** The text as UTF-8 can carry it: half a surrogate pair becomes U+FFFD, as in a browser. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
