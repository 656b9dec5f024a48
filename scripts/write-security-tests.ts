// npm run security:tests: writes which tests carry which requirement into docs/security.md and docs/security-tests.md.
import { readFileSync, writeFileSync } from "node:fs";
import { fillTestColumn, readRequirements, readTaggedTests, writeTestPage } from "./security-tests";

const page = readFileSync("docs/security.md", "utf8");
const tests = readTaggedTests();
writeFileSync("docs/security.md", fillTestColumn(page, tests));
writeFileSync("docs/security-tests.md", writeTestPage(tests, readRequirements(page)));
