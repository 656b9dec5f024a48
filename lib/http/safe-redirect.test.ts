import fc from "fast-check";
import { expect, it } from "vitest";
import { safePath } from "./safe-redirect";

const origin = "https://shop.example";

it.each(["/account", "/products/kettle?colour=blue#care", "/home", "/a%20b", "/admin/users?q=%2F%2Fevil"])(
  "leads back to %s",
  (path) => {
    expect(safePath(path)).toBe(path);
  },
);

it.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  " /account",
  "account",
  "",
  null,
  undefined,
  ["/account"],
  "/login",
  "/login/",
  "/logout",
  "/api/auth/session",
  "/otp/abc",
  `/${"a".repeat(600)}`,
])("does not lead to %j (R39)", (path) => {
  expect(safePath(path)).toBeNull();
});

it("never leaves the origin, whatever it is given (R39)", () => {
  const hostile = fc.stringMatching(/^[/\\.:@a-z\t%?#]{0,24}$/);
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" }), fc.webUrl()), (input) => {
      const path = safePath(input);
      if (path !== null) expect(new URL(path, origin).origin).toBe(origin);
    }),
    { numRuns: 2_000 },
  );
});
