import { describe, expect, it } from "vitest";
import { hashRecoveryCode, newRecoveryCode, readRecoveryCode } from "./recovery-code";

describe("a recovery code", () => {
  it("has 120 bits, in characters that do not look alike (R10)", () => {
    const codes = Array.from({ length: 2_000 }, newRecoveryCode);
    const shape = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/;
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("has each character of its alphabet equally often at every position", () => {
    const codes = Array.from({ length: 32_000 }, () => newRecoveryCode().replaceAll("-", ""));
    for (let place = 0; place < 24; place++) {
      const counts = new Map<string, number>();
      for (const code of codes) counts.set(code[place] ?? "", (counts.get(code[place] ?? "") ?? 0) + 1);
      expect(counts.size).toBe(32);
      // 1,000 each, with a standard deviation of 31: seven of them never happen by chance.
      for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(220);
    }
  });

  it.each([
    ["as it is printed", (code: string) => code],
    ["in small letters", (code: string) => code.toLowerCase()],
    ["without dashes", (code: string) => code.replaceAll("-", "")],
    ["with spaces around and in it", (code: string) => ` ${code.replaceAll("-", " ")}\n`],
    ["with other dashes, as word processors put them", (code: string) => code.replaceAll("-", "–")],
    [
      "with invisible marks and a full stop, as copied",
      (code: string) => `\u202d${code.replaceAll("-", "-\u200b")}\u202c.`,
    ],
    [
      "with Arabic digits",
      (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    ],
    ["in the wide letters of an Asian keyboard", (code: string) => code.replace(/[A-Z0-9]/g, wide)],
    [
      "with O and I and L for the digits",
      (code: string) => code.replaceAll("0", "O").replace("1", "l").replace("1", "I"),
    ],
  ])("accepts %s", (_how, typed) => {
    for (let time = 0; time < 200; time++) {
      const code = newRecoveryCode();
      expect(readRecoveryCode(typed(code))).toBe(code.replaceAll("-", ""));
      expect(hashRecoveryCode(typed(code))).toBe(hashRecoveryCode(code));
    }
  });

  it.each(["", "123456", "U".repeat(24), "A".repeat(23), "A".repeat(25), `${"A".repeat(23)}é`, "A".repeat(10_000)])(
    "is not %j",
    (typed) => expect(readRecoveryCode(typed)).toBeNull(),
  );

  it("is stored as a keyed hash, not as a plain one (R10)", async () => {
    const { createHash } = await import("node:crypto");
    const code = newRecoveryCode();
    expect(hashRecoveryCode(code)).toMatch(/^[0-9a-f]{64}$/);
    for (const form of [code, code.replaceAll("-", "")]) {
      expect(hashRecoveryCode(code)).not.toBe(createHash("sha256").update(form).digest("hex"));
    }
  });
});

const wide = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0);
