import { expect, it } from "vitest";
import { wordsOf } from "@/lib/i18n/translator";
import { policies } from "@/lib/limits/policies";

/** The names of all sentences in a part of a message file: "send.pair.hour". */
function namesIn(node: object, path: string[] = []): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [[...path, key].join(".")] : namesIn(value, [...path, key]),
  );
}

it("every limit has its reason in words, and none is left of a limit that is gone", () => {
  expect(namesIn(wordsOf("en", "adminLimits").reasons).sort()).toEqual(Object.keys(policies).sort());
});
