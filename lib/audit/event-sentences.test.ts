import { expect, it } from "vitest";
import { describeEvent, eventSentences } from "./event-sentences";
import { auditEventNames } from "./events";

it.each(auditEventNames)("%s is told in words of its own", (name) => {
  const sentence = describeEvent(name);
  expect(sentence).toMatch(/^[A-Z][^_]+[^.]$/);
  expect(Object.values(eventSentences).filter((other) => other === sentence)).toHaveLength(1);
});

it("words are kept for no name that the trail does not know", () => {
  expect(Object.keys(eventSentences).sort()).toEqual([...auditEventNames].sort());
});

it.each(["an_event_of_tomorrow", "constructor", "__proto__"])("%s stays as it is", (name) => {
  expect(describeEvent(name)).toBe(name);
});
