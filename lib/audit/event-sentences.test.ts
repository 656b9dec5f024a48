import { expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/translator";
import { describeEvent } from "./event-sentences";
import { auditEventNames } from "./events";

it.each(locales)("every event has its own sentence: %s", (locale) => {
  const sentences = auditEventNames.map((name) => describeEvent(name, locale));
  expect(new Set(sentences).size).toBe(auditEventNames.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\p{Script=Arabic}][^_]+[^.]$/u);
});

it("there is no sentence without an event", () => {
  expect(Object.keys(wordsOf("en", "events")).sort()).toEqual([...auditEventNames].sort());
});

it.each(["an_event_of_tomorrow", "constructor", "__proto__"])("the name %s stays the same", (name) => {
  expect(describeEvent(name, "ar")).toBe(name);
});
