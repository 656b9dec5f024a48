// npm run bench [-- names]: prints each measure, those of the built shop beside their floor of the same run.

import type { Measure } from "@/bench/harness/load";
import { adminScale } from "@/bench/measures/admin-scale";
import { answerTimes } from "@/bench/measures/answer-times";
import { coldImport } from "@/bench/measures/cold-import";
import { emulatorPairs } from "@/bench/measures/emulator-pairs";
import { lighthouseScores } from "@/bench/measures/lighthouse";
import { loginRate } from "@/bench/measures/login-rate";
import { loginStatements } from "@/bench/measures/login-statements";
import { pageRates } from "@/bench/measures/page-rates";
import { scriptWeight } from "@/bench/measures/script-weight";
import { telemetryCost } from "@/bench/measures/telemetry-cost";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { startBench } from "./start-bench";

const measures: Record<string, Measure> = {
  "page-rates": pageRates,
  "login-rate": loginRate,
  "answer-times": answerTimes,
  "login-statements": loginStatements,
  "script-weight": scriptWeight,
  lighthouse: lighthouseScores,
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
