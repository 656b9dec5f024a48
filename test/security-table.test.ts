import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditEventNames } from "@/lib/audit/events";
import { keptDays } from "@/lib/retention";
import { fillTestColumn, readRequirements, readTaggedTests, writeTestPage } from "@/scripts/checks/security-tests";

const page = readFileSync("docs/security.md", "utf8");
const exceptions = readFileSync("docs/exceptions.md", "utf8");
const taggedTests = readTaggedTests();

const rows = page.split("\n").flatMap((line) => {
  if (!/^\| R\d+ \|/.test(line)) return [];
  const [id = "", requirement = "", how = "", _tests = "", asvs = "", ...more] = line.slice(2, -2).split(" | ");
  return [{ id, requirement, how, asvs, more }];
});

it("the table has every requirement from R1 to R46, once and in order", () => {
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 46 }, (_, index) => `R${index + 1}`));
});

it.each(rows)("$id says how it is met, and names ASVS items or none", ({ requirement, how, asvs, more }) => {
  expect(requirement.length).toBeGreaterThan(10);
  expect(how.length).toBeGreaterThan(10);
  const shown = `${requirement}${how}`.replaceAll(/\]\([^)]*\)/g, "]");
  expect(shown.length, "a row fits on two lines").toBeLessThan(230);
  expect(more).toEqual([]);
  if (asvs !== "none") for (const item of asvs.split(", ")) expect(item).toMatch(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/);
});

it.each(rows)("$id has tests that carry its number, or is an exception that says why it has none", ({ id, how }) => {
  const isException = how.includes("exceptions.md");
  if (isException) expect(exceptions).toMatch(new RegExp(`\\*\\*[^*]*\\b${id}\\b[^*]*\\*\\*`));
  const hasTests = taggedTests.some(({ requirements }) => requirements.includes(id));
  expect(hasTests || isException).toBe(true);
});

it("no test carries a number that no requirement has", () => {
  const ids = new Set(rows.map(({ id }) => id));
  expect(taggedTests.length).toBeGreaterThan(300);
  expect(taggedTests.filter(({ requirements }) => requirements.some((id) => !ids.has(id)))).toEqual([]);
});

it("the column and the page of tests are those that `npm run security:tests` writes", () => {
  expect(page).toBe(fillTestColumn(page, taggedTests));
  const requirements = readRequirements(page);
  expect(readFileSync("docs/security-tests.md", "utf8")).toBe(writeTestPage(taggedTests, requirements));
});

it("every exception is one that the table knows", () => {
  const ids = [...exceptions.matchAll(/^- \*\*([^*]+)\*\*/gm)].flatMap(
    ([, head = ""]) => head.match(/\bR\d+\b/g) ?? [],
  );
  expect(ids.length).toBeGreaterThan(10);
  const marked = rows.filter(({ how }) => how.includes("exceptions.md"));
  expect([...new Set(ids)].sort()).toEqual(marked.map(({ id }) => id).sort());
});

it("every file that the page names or links to exists", () => {
  const named = [...page.matchAll(/`((?:[\w()[\].-]+\/)+[\w.[\]-]*)`/g)].map(([, path = ""]) => path);
  const linked = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => join("docs", path));
  expect(named.length).toBeGreaterThan(50);
  expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
});

it("every event of the audit trail is explained, and no other", () => {
  const trail = page.slice(page.indexOf("## The audit trail"));
  const explained = [...trail.matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)].map(([, name = ""]) => name);
  expect([...new Set(explained)].sort()).toEqual([...auditEventNames].sort());
});

it("what is kept is kept for as long as the page says", () => {
  const words: Record<keyof typeof keptDays, string> = {
    auditEvent: "audit trail",
    challenge: "challenge",
    session: "session",
    trustedDevice: "trusted device",
    mailEvent: "mail event",
    paymentEvent: "payment event",
    mailArrival: "mail event of a mail on its way",
    userPendingDeletion: "user with a pending deletion",
    accountRecovery: "begun access for a new address",
    emailChange: "former email",
    outboxMail: "mail about an account",
    guestBag: "guest's bag",
  };
  for (const [kind, days] of Object.entries(keptDays)) {
    expect(page).toMatch(new RegExp(`^\\| ${words[kind as keyof typeof keptDays]} \\|.*\\b${days} days[^|]*\\|$`, "m"));
  }
});
