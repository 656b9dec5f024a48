import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const documents = [
  ...readdirSync(".").filter((file) => file.endsWith(".md")),
  "attack/README.md",
  "emulator/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

it.each(documents)("every link of %s to a file of the project leads there", (document) => {
  // A path may hold one pair of parentheses, as those of the app's folders do.
  const links = readFileSync(document, "utf8").matchAll(/\]\(((?:[^()\s]|\([^()\s]*\))+)\)/g);
  const files = [...links].map(([, target = ""]) => target).filter((target) => !/^(?:https?:|mailto:|#)/.test(target));
  const missing = files.filter((target) => !existsSync(join(dirname(document), target.replace(/#.*/, ""))));
  expect(missing).toEqual([]);
});

it("docs/deployment.md explains every variable of .env.example", () => {
  const page = readFileSync("docs/deployment.md", "utf8");
  const variables = [...readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(
    ([, name = ""]) => name,
  );
  expect(variables.length).toBeGreaterThan(30);
  expect(variables.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it("README has at most 900 words, and each decision record 250", () => {
  const tooLong = documents.filter((document) => {
    const words = readFileSync(document, "utf8").split(/\s+/).filter(Boolean).length;
    return (document === "README.md" && words > 900) || (/\bdecisions\b/.test(document) && words > 250);
  });
  expect(tooLong).toEqual([]);
});
