import { parse } from "node-html-parser";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { SendBudget } from "./send-budget";

const endsAt = new Date("2026-11-24T08:30:00Z");

function showing(used: number, knownUsed = 0, locale: Locale = "en") {
  const everybody = { used, limit: 1_000, slowedFrom: 800, endsAt };
  const known = { used: knownUsed, limit: 1_000, slowedFrom: null, endsAt: null };
  return parse(renderToStaticMarkup(<SendBudget budgets={{ everybody, known }} locale={locale} />));
}

it.each([
  [799, "799 of 1,000 messages today (79%)", "Above the mark, everyone who asks for a code needs a bot check."],
  [800, "800 of 1,000 messages today (80%)", "80% used: everyone who asks for a code needs a bot check."],
  [999, "999 of 1,000 messages today (99%)", "99% used: everyone who asks for a code needs a bot check."],
  [1_000, "1,000 of 1,000 messages today (100%)", "Used up: only trusted devices still get codes."],
])("shows the budget in words and as a meter: %i", (used, text, sentence) => {
  const page = showing(used);
  const meter = page.querySelector("[role=meter]");
  expect(meter?.getAttribute("aria-valuenow")).toBe(String(used));
  expect(meter?.getAttribute("aria-valuemax")).toBe("1000");
  expect(meter?.getAttribute("aria-valuetext")).toBe(text);
  expect(page.text).toContain(text);
  expect(page.text).toContain(`${sentence} It resets at 24 Nov 2026, 08:30 UTC.`);
});

it.each([
  ["es", "Usado el 80 %: quien pida un código", "1000"],
  ["ar", "استُخدم 80%", "1,000"],
] as const)("shows the budget in the language of its reader: %s", (locale, sentence, limit) => {
  const text = showing(800, 0, locale)
    .text.replaceAll(/[\u200e\u200f]/g, "")
    .replaceAll("\u00a0", " ");
  expect(text).toContain(sentence);
  expect(text).toContain(limit);
});

it("says when the budget of trusted devices is used up too", () => {
  expect(showing(1_000, 1_000).text).toContain("trusted devices get no codes");
});

it("explains what happens when the rate limit store does not answer", () => {
  const page = parse(renderToStaticMarkup(<SendBudget budgets={null} locale="en" />));
  expect(page.text).toContain("no codes are sent until it does");
  expect(page.querySelectorAll("[role=meter]")).toEqual([]);
});
