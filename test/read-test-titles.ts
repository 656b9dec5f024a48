import { readFileSync } from "node:fs";

// The first argument of it(…), test(…), or of what it.each(…) and its kin give back.
const call = /(?:\b(?:it|test)|\))\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1\s*,/g;

// What Vitest fills in from a table (%s, $name), and what a template literal does.
const placeholder = /\$\{[^}]*\}|%[sdifjo]|\$[a-z]\w*/gi;

/** With less text of its own than this a title with placeholders fits too much, and only counts as it is written. */
const leastOwnText = 12;

/** The titles of all tests in a file as they stand in it, placeholders included. */
export function readTestTitles(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(call)].map(([, , title = ""]) => title);
}

/** Whether a title of `titles` is `name`, word for word or with its placeholders filled in. */
export function hasTestNamed(titles: string[], name: string): boolean {
  return titles.some((title) => title === name || filledIn(title)?.test(name) === true);
}

function filledIn(title: string): RegExp | null {
  const own = title.split(placeholder);
  if (own.length === 1 || own.join("").length < leastOwnText) return null;
  return new RegExp(`^${own.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);
}
