import fc from "fast-check";
import { expect, it } from "vitest";
import { readLoginCredentials } from "./login-credentials";

const challengeId = "AAAAAAAAAAAAAAAAAAAAAA";

it.each(["123456", "123 456", "123-456", " 123456\n", "１２３４５６"])("reads the code %j", (code) => {
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

it.each([undefined, "", "../../etc", "A".repeat(23), { id: 1 }])("knows no challenge %j", (id) => {
  expect(readLoginCredentials({ challengeId: id, code: "123456" }, "US")).toEqual({
    ok: false,
    error: "CHALLENGE_ENDED",
  });
});

it("takes over nothing but the fields it knows", () => {
  const greedy = { challengeId, code: "123456", role: "ADMIN", userId: "someone", emailVerified: true };
  expect(readLoginCredentials(greedy, "US")).toEqual({ ok: true, value: { challengeId, code: "123456" } });
});

it("never throws, whatever is posted", () => {
  fc.assert(fc.property(fc.anything(), (input) => void readLoginCredentials(input, "US")));
});
