import { expect, it } from "vitest";
import { passkeyNameSchema } from "./passkeys";

it.each([
  ["  My laptop ", "My laptop"],
  ["Ｐｈｏｎｅ", "Phone"],
  ["a\u0000b\u202Ec\nd", "abcd"],
  ["x".repeat(60), "x".repeat(60)],
])("%j is kept as %j", (typed, kept) => {
  expect(passkeyNameSchema.parse(typed)).toBe(kept);
});

it.each(["", "   ", "\u200B\u0007", "x".repeat(61), "x".repeat(100_000), null, 7, {}, ["x"]])(
  "%j is no name",
  (typed) => {
    expect(passkeyNameSchema.safeParse(typed).success).toBe(false);
  },
);
