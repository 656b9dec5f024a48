import fc from "fast-check";
import { expect, it } from "vitest";
import { readLoginCredentials } from "./login-credentials";

const challengeId = "AAAAAAAAAAAAAAAAAAAAAA";

it.each([
  "123456",
  "123 456",
  "123-456",
  " 123456\n",
  "１２３４５６",
  "١٢٣٤٥٦",
  "Your code is 123456.\nGood for 10 minutes.",
])("reads the code %j", (code) => {
  expect(readLoginCredentials({ challengeId, code }, "US")).toEqual({
    ok: true,
    value: { challengeId, code: "123456" },
  });
});

it.each(["", "12345", "1234567", "abcdef", "12 34", { $ne: "" }, ["123456"], 123456, null])(
  "refuses the code %j",
  (code) => {
    expect(readLoginCredentials({ challengeId, code }, "US")).toEqual({ ok: false, error: "CODE_MALFORMED" });
  },
);

it.each([undefined, "", "../../etc", "A".repeat(23), { id: 1 }])("refuses the challenge ID %j", (id) => {
  expect(readLoginCredentials({ challengeId: id, code: "123456" }, "US")).toEqual({
    ok: false,
    error: "CHALLENGE_ENDED",
  });
});

it("reads only known fields (R25)", () => {
  const greedy = { challengeId, code: "123456", role: "ADMIN", userId: "someone", emailVerified: true };
  expect(readLoginCredentials(greedy, "US")).toEqual({ ok: true, value: { challengeId, code: "123456" } });
});

it("reads a passkey's answer as JSON of at most 60,000 characters, and no other fields", () => {
  const posted = { passkey: JSON.stringify({ id: "a" }), challengeId, code: "123456", role: "ADMIN" };
  expect(readLoginCredentials(posted, "US")).toEqual({ ok: true, value: { passkey: { id: "a" } } });
  for (const passkey of [JSON.stringify("a".repeat(60_000)), "{", "", { id: "a" }, 1]) {
    expect(readLoginCredentials({ passkey }, "US")).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
  }
});

it("never throws for any posted data", () => {
  fc.assert(fc.property(fc.anything(), (input) => void readLoginCredentials(input, "US")));
});
