import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseMailbox,
  canonicalEmail,
  e164Phone,
  isEmailBeyondAscii,
  maskAddress,
  maskEmail,
  phoneSpellings,
} from "./identifier";

describe("canonicalEmail", () => {
  it.each([
    [" Ana.Lima@Example.COM ", "ana.lima@example.com"],
    ["ａｎａ@example.com", "ana@example.com"],
    ["ana+shop@example.co.uk", "ana+shop@example.co.uk"],
    ["o'brien@example.com", "o'brien@example.com"],
    ["ana@bücher.example", "ana@xn--bcher-kva.example"],
    ["\u200bana@example.com", "ana@example.com"],
    ["\u2066ana@exam\u00adple.com\u2069", "ana@example.com"],
    ["ana@example.com.", "ana@example.com"],
    ["ana‑lima@my–shop.example", "ana-lima@my-shop.example"],
    ["ana２@example.com", "ana2@example.com"],
    ["ana@موقع１.com", "ana@xn--1-znc0alp.com"],
  ])("gives every spelling of a mailbox one form: %s (R24)", (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical);
  });

  it("keeps two domains apart that differ in the script of a digit", () => {
    expect(canonicalEmail("ana@موقع١.com")).toBe("ana@xn--4gbrim1k.com");
    expect(canonicalEmail("ana@موقع1.com")).toBe("ana@xn--1-znc0alp.com");
  });

  it.each([
    ["", "nothing"],
    ["ana", "no @"],
    ["ana@example", "no top-level domain"],
    ["ana@@example.com", "two @"],
    ["ana@example.com@evil.example", "two @"],
    ["ana＠evil.example@example.com", "an @ hidden in a full-width form"],
    ['"ana"@example.com', "quotes"],
    ["ana@example.com\r\nBcc: b@example.com", "a header injection"],
    ["ana lima@example.com", "a space"],
    [".ana@example.com", "a dot at the beginning"],
    ["ana.@example.com", "a dot at the end"],
    ["a..na@example.com", "two dots in a row"],
    ["ana@exa mple.com", "a space in the domain"],
    ["ana@example.com/path", "a path"],
    ["ana@example.com:25", "a port"],
    ["ana@127.0.0.1", "an address for a domain"],
    ["ana@0x7f.1", "a disguised address for a domain"],
    ["ana@-example.com", "a bad label"],
    [`${"a".repeat(65)}@example.com`, "65 characters before the @"],
    [`ana@${"a".repeat(64)}.com`, "a label of 64 characters"],
    [`ana@${"a.".repeat(200)}com`, "254 characters passed"],
    ["аna@example.com", "a Cyrillic look-alike"],
    ["ana٢@example.com", "a digit of another script, which is another mailbox"],
  ])("refuses %s (%s) (R24)", (typed) => {
    expect(canonicalEmail(typed)).toBeNull();
  });

  it("is the same when applied twice, and never throws (R24)", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (typed) => {
        const canonical = canonicalEmail(typed);
        if (canonical !== null) expect(canonicalEmail(canonical)).toBe(canonical);
      }),
    );
  });
});

describe("e164Phone", () => {
  it.each([
    ["(415) 555-2671", "US", "+14155552671"],
    ["+44 20 7946 0018", "US", "+442079460018"],
    ["020 7946 0018", "GB", "+442079460018"],
    ["0044 20 7946 0018", "US", "+442079460018"],
    ["+49 (0)30 901820", "US", "+4930901820"],
    ["６５０-253-0000", "US", "+16502530000"],
    ["\u202d+1 415 555 2671\u202c", "US", "+14155552671"],
    ["\u061c+١٤١٥٥٥٥٢٦٧١", "EG", "+14155552671"],
    ["+1 415‑555–2671.", "US", "+14155552671"],
    ["+52 1 55 1234 5678", "US", "+525512345678"],
    ["044 55 1234 5678", "MX", "+525512345678"],
    ["01 55 1234 5678", "MX", "+525512345678"],
    ["+52 55 1234 5678", "US", "+525512345678"],
    ["+55 11 8765 4321", "US", "+5511987654321"],
    ["+55 11 3765 4321", "US", "+551137654321"],
    ["011 15 2345 6789", "AR", "+5491123456789"],
  ])("stores %s dialled in %s as %s", (typed, country, stored) => {
    expect(e164Phone(typed, country)).toBe(stored);
  });

  it.each(["", "123", "call me", "+1 415 555 2671 ext. 9", "+999 1234567", "4155552671".repeat(5)])(
    "refuses %s",
    (typed) => {
      expect(e164Phone(typed, "US")).toBeNull();
    },
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void e164Phone(typed, "US")));
  });
});

it.each([
  ["+5491123456789", "+541123456789"],
  ["+542966123456", "+5492966123456"],
])("knows both forms of the Argentine line %s", (phone, other) => {
  expect(phoneSpellings(phone)).toEqual([phone, other]);
  expect(phoneSpellings(other)).toEqual([other, phone]);
});

it.each(["+14155552671", "+525512345678", "+5511987654321", "+54911234567890"])("knows one form of %s", (phone) => {
  expect(phoneSpellings(phone)).toEqual([phone]);
});

it.each(["françois@example.com", "ана@example.com", "用户@example.com", "user١@example.com", "аna@bücher.example"])(
  "knows that %s is an email that no mail reaches",
  (typed) => {
    expect(canonicalEmail(typed)).toBeNull();
    expect(isEmailBeyondAscii(typed)).toBe(true);
  },
);

it.each(["ana@example.com", "ana@bücher.example", "ana", "ä@", "ä b@example.com", "ä@ö@example.com", ""])(
  "does not take %j for an email beyond ASCII",
  (typed) => expect(isEmailBeyondAscii(typed)).toBe(false),
);

describe("masking", () => {
  it.each([
    ["ana.lima@example.com", "a•••a@example.com"],
    ["ana@example.com", "a•••@example.com"],
    ["a@example.com", "a•••@example.com"],
  ])("hides the middle of %s", (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
    expect(maskAddress(email)).toBe(masked);
  });

  it.each([
    ["+442079460018", "+44•••18"],
    ["+14155552671", "+14•••71"],
    ["+12345", "+12•••45"],
  ])("hides the middle of %s", (phone, masked) => {
    expect(maskAddress(phone)).toBe(masked);
  });
});

describe("baseMailbox", () => {
  it.each([
    ["ana+shop@example.com", "ana@example.com"],
    ["ana+a+b@example.com", "ana@example.com"],
    ["a.na@example.com", "a.na@example.com"],
    ["a.n.a+shop@gmail.com", "ana@gmail.com"],
    ["ana@googlemail.com", "ana@gmail.com"],
    ["+shop@example.com", "+shop@example.com"],
  ])("counts %s as %s", (email, mailbox) => {
    expect(baseMailbox(email)).toBe(mailbox);
  });
});
