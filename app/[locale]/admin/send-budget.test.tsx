import { parse } from "node-html-parser";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SendBudget } from "./send-budget";

const endsAt = new Date("2026-11-24T08:30:00Z");

function showing(used: number, knownUsed = 0) {
  const everybody = { used, limit: 1_000, slowedFrom: 800, endsAt };
  const known = { used: knownUsed, limit: 1_000, slowedFrom: null, endsAt: null };
  return parse(renderToStaticMarkup(<SendBudget budgets={{ everybody, known }} />));
}

it.each([
  [799, "799 of 1,000, 79%", "At the mark whoever asks for a code must prove work first."],
  [800, "800 of 1,000, 80%", "80% are gone: whoever asks for a code must prove work first."],
  [999, "999 of 1,000, 99%", "99% are gone: whoever asks for a code must prove work first."],
  [1_000, "1,000 of 1,000, 100%", "All of it is gone: only browsers that have logged in before still get codes."],
])("says in words and by a meter how much is left: %i", (used, text, sentence) => {
  const page = showing(used);
  const meter = page.querySelector("[role=meter]");
  expect(meter?.getAttribute("aria-valuenow")).toBe(String(used));
  expect(meter?.getAttribute("aria-valuemax")).toBe("1000");
  expect(meter?.getAttribute("aria-valuetext")).toBe(text);
  expect(page.text).toContain(text);
  expect(page.text).toContain(`${sentence} It starts anew at 24 Nov 2026, 08:30 UTC.`);
});

it("says when the budget of known browsers is gone too", () => {
  expect(showing(1_000, 1_000).text).toContain("who logs in on a known browser gets no code either");
});

it("says what it means when the store of the limits does not answer", () => {
  const page = parse(renderToStaticMarkup(<SendBudget budgets={null} />));
  expect(page.text).toContain("While that lasts no code is sent");
  expect(page.querySelectorAll("[role=meter]")).toEqual([]);
});
