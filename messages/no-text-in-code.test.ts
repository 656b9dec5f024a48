import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Said to operators and developers, in English: settings, what the start and doctor find, metrics, and generated code. */
const notForPeople = /^lib\/(env\.ts|checks\/|telemetry\/metrics\.ts|db\/generated\/)/;

/** A string or a template. What stands in `${}` is code, and is dropped by `textsIn`. */
const literal = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** What is thrown or written to the log is read by operators. */
const toOperators = /((new \w+|super)\(|reason: )\s*$/;

/** Begins as a sentence does, or ends as one. */
const sentence = /^\s*[A-Z¿¡][\p{L}’']*,? [\p{Ll}\d“‘{][^=;]*$|^\s*[A-Z¿¡][\p{L}’']+[.?!…]$|^[^;]* [^;]*\p{L}[.?…]$/u;

/** SQL begins with a word in capitals. */
const query = /^\s*[A-Z]{2,}\b/;

/** Attributes that are read out or shown. */
const spoken =
  /\b(?:aria-(?:label|description|roledescription|placeholder|valuetext)|alt|title|placeholder|label|lead|hint)="([^"]*\p{L}[^"]*)"/gu;

function textsIn(source: string): string[] {
  const code = source.replace(comment, (text) => text.replace(/[^\n]/g, " "));
  const strings = [...code.matchAll(literal)]
    .filter((match) => !toOperators.test(code.slice(0, match.index)))
    .map((match) => match[1] ?? (match[2] ?? "").replace(/\$\{[^}]*\}/g, "{}"))
    .filter((text) => sentence.test(text) && !query.test(text));
  return [...strings, ...[...code.matchAll(spoken)].map((match) => match[1] ?? "")];
}

function sourceFiles(): string[] {
  return ["app", "components", "lib"]
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file}`))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !notForPeople.test(file))
    .sort();
}

// Text between JSX tags is found by Biome's noJsxLiterals.
it("no source file contains a sentence for people, because they are in the message files", () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => textsIn(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

it.each([
  'const title = "Your sessions are over";',
  "const title = `You have ten codes left`;",
  'return { problem: "Unknown." };',
  '<button aria-label="close">',
  '<Field label="Email" />',
])("finds the sentence in %s", (code) => {
  expect(textsIn(code)).toHaveLength(1);
});

it.each([
  'throw new Error("The store did not answer.");',
  '// "Not a sentence for people."',
  'className="grid gap-2"',
  "await sql`SELECT 1 FROM here`;",
  't("title")',
])("finds none in %s", (code) => {
  expect(textsIn(code)).toEqual([]);
});
