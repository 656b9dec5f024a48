import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** `href="/"`, `href="/#range"`, `href={`/products/…`}`: a link that would leave the language of its page. */
const bareLink = /\bhref=(?:"|\{`)\/(?:["#?]|products\b)/;

test("every link to a public page keeps the page's language (getPublicPath)", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => bareLink.test(readFileSync(file, "utf8")))).toEqual([]);
  for (const bare of ['<a href="/">', '<Link href="/#range">', "href={`/products/kettle`}"])
    expect(bare).toMatch(bareLink);
});
