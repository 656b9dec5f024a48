import { expect, it } from "vitest";
import { csvLine } from "./csv";

it("writes fields as RFC 4180 asks", () => {
  expect(csvLine(["a", 'say "b"', "c,d", "e\nf", 1, true, null, new Date(0)])).toBe(
    '"a","say ""b""","c,d","e\nf",1,true,,1970-01-01T00:00:00.000Z\r\n',
  );
});

it.each(['=HYPERLINK("https://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", " =1", "＝1"])(
  "a spreadsheet takes %j for text",
  (formula) => {
    expect(csvLine([formula])).toBe(`"'${formula.replaceAll('"', '""')}"\r\n`);
  },
);

it("leaves a phone number as it is", () => {
  expect(csvLine(["+14155552671"])).toBe('"+14155552671"\r\n');
});

it.each([
  ["Moz;=WEBSERVICE(A1);z", "Moz;'=WEBSERVICE(A1);z"],
  ["Moz\t=1", "Moz\t'=1"],
  ["Moz,=1", "Moz,'=1"],
  ["Moz\r\n@SUM(1)", "Moz\r\n'@SUM(1)"],
  ["Moz; +1", "Moz;' +1"],
  ['Moz;"=1"', 'Moz;\'""=1""'],
  ["Moz;;-1", "Moz;;'-1"],
  ["=1;=2", "'=1;'=2"],
  ["\t=1", "'\t'=1"],
  ["\r=1", "'\r'=1"],
  ["Moz\u2028＝1", "Moz\u2028'＝1"],
])("a spreadsheet that separates cells elsewhere takes %j for text", (text, line) => {
  expect(csvLine([text])).toBe(`"${line}"\r\n`);
});

it("leaves text without a formula as it is", () => {
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64) a-b a=b a@b.example, c";
  expect(csvLine([userAgent])).toBe(`"${userAgent}"\r\n`);
});
