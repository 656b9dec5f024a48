import { expect, it } from "vitest";
import { csvLine } from "./csv-line";

it("writes fields as RFC 4180 asks", () => {
  expect(csvLine(["a", 'say "b"', "c,d", "e\nf", 1, true, null, new Date(0)])).toBe(
    'a,"say ""b""","c,d","e\nf",1,true,,1970-01-01T00:00:00.000Z\r\n',
  );
});

it.each([
  '=HYPERLINK("https://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  " =1",
  "\r=1",
  "＝1",
])("a spreadsheet takes %j for text", (formula) => {
  expect(csvLine([formula])).toBe(`"'${formula.replaceAll('"', '""')}"\r\n`);
});

it("leaves a phone number as it is", () => {
  expect(csvLine(["+14155552671"])).toBe("+14155552671\r\n");
});
