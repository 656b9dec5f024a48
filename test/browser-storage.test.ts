import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("the shop keeps nothing in browser storage, which any script of the page could read (R28)", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const sources = files.filter(
    (file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$|[\\/]generated[\\/]/.test(file),
  );
  expect(sources.length).toBeGreaterThan(100);
  const keeping = /\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|\bdocument\.cookie\b|\bcaches\.open\b/;
  expect(sources.filter((file) => keeping.test(readFileSync(file, "utf8")))).toEqual([]);
});
