// npm run security:tests: writes which tests carry which requirement into docs/security.md and docs/security-tests.md.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A test or an attack that carries numbers of requirements: "(R3, R7)" at the end of its title, or in the attack's code. */
export type TaggedTest = { file: string; title: string; requirements: string[] };

// describe(…), it(…), test(…), or what it.each(…) and its kin give back, with a title.
const titled =
  /^( *)(?:(describe|test\.describe)\b[^\n]*?|(?:it|test)\b[^\n]*?|[\])}]+)\(\s*(["'`])((?:\\.|(?!\3)[^\\])*)\3\s*,/gm;
const tags = / \((R\d+(?:, R\d+)*)\)$/;

const folders = ["app", "attack", "components", "e2e", "emulator", "lib", "messages", "prisma", "scripts", "test", "."];

/** All tests and attacks of the project that carry a requirement's number, by file and in the order of the files. */
export function readTaggedTests(): TaggedTest[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const tests = files.filter((file) => /\.(test|spec)\.tsx?$/.test(file));
  const attacks = files.filter((file) => file.startsWith("attack/attacks/") && !tests.includes(file));
  return [...tests.sort().flatMap(readTests), ...attacks.sort().flatMap(readAttack)];
}

/** The page that names the tests of each requirement. */
export function writeTestPage(tests: TaggedTest[], requirements: string[]): string {
  const sections = requirements.map((requirement) => {
    const own = tests.filter((test) => test.requirements.includes(requirement));
    const files = [...new Set(own.map(({ file }) => file))].map((file) => {
      const titles = own.filter((test) => test.file === file && test.title !== "").map(({ title }) => `  - ${title}`);
      return [`- \`${file}\``, ...titles].join("\n");
    });
    return `## ${requirement}\n\n${files.length > 0 ? files.join("\n") : "None; see [the exceptions](exceptions.md)."}\n`;
  });
  return `# Tests of the security requirements\n\nWritten by \`npm run security:tests\`; do not edit. [Security](security.md) says what R1 to R46 are.\n\n${sections.join("\n")}`;
}

/** The page with the table of requirements, with the column of tests filled in. */
export function fillTestColumn(page: string, tests: TaggedTest[]): string {
  return page.replace(/^(\| (R\d+) \|.*\| )[^|]*( \| [^|]* \|)$/gm, (_, before, requirement: string, after) => {
    const count = tests.filter((test) => test.requirements.includes(requirement)).length;
    return `${before}${count > 0 ? `[${count}](security-tests.md#${requirement.toLowerCase()})` : "none"}${after}`;
  });
}

/** The numbers of the requirements in the table, in its order. */
export function readRequirements(page: string): string[] {
  return [...page.matchAll(/^\| (R\d+) \|/gm)].map(([, requirement = ""]) => requirement);
}

/** The titles with a number; each begins with those of the groups around it, which the formatter indents less. */
function readTests(file: string): TaggedTest[] {
  const groups: { depth: number; title: string }[] = [];
  return [...readFileSync(file, "utf8").matchAll(titled)].flatMap(([, indent = "", group, , title = ""]) => {
    while (groups.length > 0 && (groups.at(-1)?.depth ?? 0) >= indent.length) groups.pop();
    if (group !== undefined) groups.push({ depth: indent.length, title });
    const found = title.match(tags);
    if (found === null) return [];
    const whole = [...groups.map((each) => each.title), title.replace(tags, "")].join(" ");
    return [{ file, title: whole, requirements: (found[1] ?? "").split(", ") }];
  });
}

function readAttack(file: string): TaggedTest[] {
  const named = [...readFileSync(file, "utf8").matchAll(/\brequirement: "([^"]+)"/g)].map(([, text = ""]) => text);
  const requirements = [...new Set(named.flatMap((text) => text.match(/R\d+/g) ?? []))];
  return requirements.length === 0 ? [] : [{ file, title: "", requirements }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = readFileSync("docs/security.md", "utf8");
  const tests = readTaggedTests();
  writeFileSync("docs/security.md", fillTestColumn(page, tests));
  writeFileSync("docs/security-tests.md", writeTestPage(tests, readRequirements(page)));
}
