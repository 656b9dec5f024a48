import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditEventNames } from "@/lib/audit/events";
import { keptDays } from "@/lib/retention";
import { hasTestNamed, readTestTitles } from "./read-test-titles";

const page = readFileSync("docs/security.md", "utf8");
const exceptions = readFileSync("docs/exceptions.md", "utf8");

const rows = page.split("\n").flatMap((line) => {
  if (!/^\| R\d+ \|/.test(line)) return [];
  const [id = "", requirement = "", how = "", tests = "", asvs = "", ...more] = line.slice(2, -2).split(" | ");
  return [{ id, requirement, how, tests, asvs, more }];
});

/** The tests that a cell names: a file in backticks, then titles in quotation marks. */
function namedTests(cell: string): { file: string; title: string }[] {
  let file = "";
  const found: { file: string; title: string }[] = [];
  for (const [, path, title] of cell.matchAll(/`([^`]+\.[a-z]+)`|"([^"]+)"/g)) {
    if (path !== undefined) file = path;
    else if (title !== undefined) found.push({ file, title });
  }
  return found;
}

it("the table has every requirement from R1 to R46, once and in order", () => {
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 46 }, (_, index) => `R${index + 1}`));
});

it.each(rows)("$id says how it is met, and names ASVS items or none", ({ requirement, how, asvs, more }) => {
  expect(requirement.length).toBeGreaterThan(10);
  expect(how.length).toBeGreaterThan(10);
  expect(more).toEqual([]);
  if (asvs !== "none") for (const item of asvs.split(", ")) expect(item).toMatch(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/);
});

it.each(rows)("$id names tests that exist under that name, or says why there is none", ({ id, how, tests }) => {
  const named = namedTests(tests);
  const isException = how.includes("exceptions.md");
  if (isException) expect(exceptions).toMatch(new RegExp(`\\*\\*[^*]*\\b${id}\\b[^*]*\\*\\*`));
  if (named.length === 0)
    expect({ isException, tests }).toEqual({ isException: true, tests: expect.stringMatching(/^None/) });
  for (const { file, title } of named) {
    expect(file, title).toMatch(/\.(test|spec)\.tsx?$/);
    expect(hasTestNamed(readTestTitles(file), title), `${file} "${title}"`).toBe(true);
  }
  const files = new Set(named.map(({ file }) => file));
  for (const [, file = ""] of tests.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)) expect(files, id).toContain(file);
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
    trustedDevice: "known browser",
    mailEvent: "mail event",
    userPendingDeletion: "user who asked to be deleted",
    accountRecovery: "begun access for a new address",
    emailChange: "email of before",
    outboxMail: "mail about an account",
  };
  for (const [kind, days] of Object.entries(keptDays)) {
    expect(page).toMatch(new RegExp(`^\\| ${words[kind as keyof typeof keptDays]} \\|.*\\b${days} days[^|]*\\|$`, "m"));
  }
});

it("a title counts only where it stands, word for word or with its placeholders filled in", () => {
  const titles = readTestTitles("e2e/outages.spec.ts");
  expect(hasTestNamed(titles, "a foreign site's form is refused with a sentence")).toBe(true);
  expect(hasTestNamed(titles, "a shop with no AUTH_SECRET refuses to start")).toBe(true);
  expect(hasTestNamed(titles, "a shop with no AUTH_SECRET starts")).toBe(false);
  expect(hasTestNamed(["refuses %s"], "refuses whatever one likes")).toBe(false);
  expect(hasTestNamed(["refuses %s"], "refuses %s")).toBe(true);
});
