// npm run bench [-- names]: prints each measure, those of the built shop beside their floor of the same run.

import type { Measure } from "@/bench/harness/load";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { adminScale } from "./measures/admin-scale";
import { answerTimes } from "./measures/answer-times";
import { coldImport } from "./measures/cold-import";
import { emulatorPairs } from "./measures/emulator-pairs";
import { loginRate } from "./measures/login-rate";
import { loginStatements } from "./measures/login-statements";
import { pageRates } from "./measures/page-rates";
import { scriptWeight } from "./measures/script-weight";
import { telemetryCost } from "./measures/telemetry-cost";
import { startBench } from "./start-bench";

const measures: Record<string, Measure> = {
  "page-rates": pageRates,
  "login-rate": loginRate,
  "answer-times": answerTimes,
  "login-statements": loginStatements,
  "script-weight": scriptWeight,
  "cold-import": coldImport,
  "emulator-pairs": emulatorPairs,
  "telemetry-cost": telemetryCost,
};
/** These start what they need themselves. */
const measuresWithoutShop: Record<string, () => Promise<string[]>> = { "admin-scale": adminScale };

const asked = process.argv.slice(2);
const all = [...Object.keys(measures), ...Object.keys(measuresWithoutShop)];
const unknown = asked.find((name) => !all.includes(name));
if (unknown) throw new SetupProblem(`There is no measure "${unknown}". They are ${all.join(", ")}.`);
const chosen = asked.length > 0 ? asked : all;

const ofShop = Object.entries(measures).filter(([name]) => chosen.includes(name));
if (ofShop.length > 0) {
  const { bench, stop } = await startBench();
  for (const [, measure] of ofShop) console.log(`\n${(await measure(bench)).join("\n")}`);
  await stop();
}
for (const [name, measure] of Object.entries(measuresWithoutShop)) {
  if (chosen.includes(name)) console.log(`\n${(await measure()).join("\n")}`);
}
process.exit(process.exitCode ?? 0);
