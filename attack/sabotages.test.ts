import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { attacks } from "./attacks";
import { locks } from "./locks";
import { sabotages } from "./sabotages";

it.each([...sabotages, ...locks])("the sabotage $name still fits the source", ({ changes }) => {
  for (const { file, find } of changes) {
    expect(readFileSync(file, "utf8").split(find).length - 1, `${file}: ${find}`).toBe(1);
  }
});

it("every sabotage names existing attacks and has a unique name", () => {
  const names = new Set(attacks.map(({ name }) => name));
  for (const { noticedBy } of sabotages) expect([...names]).toEqual(expect.arrayContaining(noticedBy));
  expect(new Set(sabotages.map(({ name }) => name)).size).toBe(sabotages.length);
});

it("every lock names an existing test file", () => {
  for (const { noticedBy } of locks) expect(existsSync(noticedBy), noticedBy).toBe(true);
});
