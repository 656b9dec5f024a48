import { describe, expect, it } from "vitest";
import { readTyped, readTypedCode, readTypedEmail, readTypedNumber } from "./typed-text";

/** Zero-width space, word joiner, byte order mark, soft hyphen, and every directional mark. */
const invisible = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

describe("readTyped", () => {
  it("reads the digits of every script that writes decimal numbers", () => {
    const systems = Intl.supportedValuesOf("numberingSystem").map((system) =>
      new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false, minimumIntegerDigits: 10 }).format(123456789),
    );
    const decimal = systems.filter((digits) => /^\p{Nd}{10}$/u.test(digits));
    expect(decimal.length).toBeGreaterThan(50);
    for (const digits of decimal) expect(readTyped(digits)).toBe("0123456789");
  });

  it("leaves no invisible character from copying", () => {
    expect(readTyped(`${invisible}a${[...invisible].join("b")}${invisible}`)).toBe(`a${"b".repeat(15)}`);
  });

  it("keeps the joiners that words of some scripts need", () => {
    expect(readTyped("نامه\u200cای")).toBe("نامه\u200cای");
  });

  it("writes every dash as a hyphen", () => {
    expect(readTyped("a‐b‑c‒d–e—f―g−h﹣i－j")).toBe("a-b-c-d-e-f-g-h-i-j");
  });
});

it.each(["a@example.com.", "a@example.com, ", "a@example.com。", "a@example.com،"])(
  "reads %j without the punctuation of its sentence",
  (typed) => {
    expect(readTypedEmail(typed)).toBe("a@example.com");
    expect(readTypedNumber(typed)).toBe("a@example.com");
  },
);

it("reads the digits of other scripts in numbers, and leaves them in emails, where they are other characters", () => {
  expect(readTypedNumber("+١٤١٥.")).toBe("+1415");
  expect(readTypedEmail("ana@موقع١.example.")).toBe("ana@موقع١.example");
  expect(readTypedEmail("ａｎａ１@example.com")).toBe("ana1@example.com");
});

describe("readTypedCode", () => {
  it.each([
    "123456",
    " 123 456\n",
    "123-456",
    "123–456",
    "1 2 3 4 5 6",
    "123456.",
    "١٢٣٤٥٦",
    "۱۲۳۴۵۶",
    "१२३४५६",
    "１２３４５６",
    "١٢٣ ٤٥٦",
    "\u200b123\u2060456\ufeff",
    "\u202a123456\u202c",
    "123\u200c456",
    "G-123456",
    "Your code is 123456.\nIt is good for 10 minutes.\nAsked from: Firefox on Linux, 2026",
    // An input field joins the lines of what is pasted.
    "123456 is your code.It is good for 10 minutes.",
    "رمزك هو ١٢٣٤٥٦ وهو صالح لمدة ١٠ دقائق",
    "123456 is your code.\nhttps://shop.example/otp/AAAA-654321-AAAAAAAAAA#123456\n@shop.example #123456",
  ])("finds the code in %j", (typed) => {
    expect(readTypedCode(typed)).toBe("123456");
  });

  it.each(["", "12345", "1234567", "abcdef", "12 34", "123456 or 654321", "call +14155552671", "one23456"])(
    "finds none in %j",
    (typed) => expect(readTypedCode(typed)).toBeNull(),
  );
});
