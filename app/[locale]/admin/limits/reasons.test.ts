import { expect, it } from "vitest";
import { wordsOf } from "@/lib/i18n/translator";
import { policies } from "@/lib/limits/policies";

/** The names of all sentences in a part of a message file: "send.pair.hour". */
function namesIn(node: object, path: string[] = []): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [[...path, key].join(".")] : namesIn(value, [...path, key]),
  );
}

it("every rate limit has a reason in words, and no reason is left without a limit", () => {
  expect(namesIn(wordsOf("en", "adminLimits").reasons).sort()).toEqual(Object.keys(policies).sort());
});
