import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { readSelected, tellOutcome } from "./selected-changes";

it("selected users are read from their IDs, each once, and at most one page of them", () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  expect(readSelected(ids)).toEqual(ids.slice(0, 25));
  expect(readSelected([ids[0], ids[0], "x", "' OR 1=1", ids[1]])).toEqual([ids[0], ids[1]]);
  expect(readSelected(ids[0])).toEqual([ids[0]]);
  expect(readSelected(undefined)).toEqual([]);
});

it.each([
  [{ did: "disable", changed: "3", left: "0" }, "3 accounts are disabled."],
  [{ did: "enable", changed: "1", left: "0" }, "One account is enabled."],
  [
    { did: "sessions", changed: "0", left: "2" },
    "No accounts are logged out everywhere. 2 stayed the same: they are deleted, already like that, or your own.",
  ],
  [
    { did: "disable", changed: "4", left: "0", untried: "2" },
    "4 accounts are disabled. 2 were not changed, because you must confirm with your passkey again. Select them again.",
  ],
])("the outcome %j is shown in words", (parameters, sentence) => {
  expect(tellOutcome(parameters, translator("en", "adminUsers"))).toBe(sentence);
});

it.each([
  {},
  { did: "toString", changed: "1", left: "0" },
  { did: "disable", changed: "<b>", left: "0" },
  { did: "disable", changed: ["1", "2"], left: "0" },
  { did: "disable", changed: "99999", left: "0" },
])("the outcome %j shows nothing", (parameters) => {
  expect(tellOutcome(parameters, translator("en", "adminUsers"))).toBeNull();
});
