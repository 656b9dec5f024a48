// npm run attack: attacks a running shop and prints a sheet by ASVS item. Exit code 1 if anything failed, 2 if an attack
// broke off and nothing failed.

import { userAgent } from "@/attack/client/shop-client";
import { layOutSheet, readOptions } from "./options";
import { budgets, runAttacks } from "./run-attacks";

const options = readOptions(process.argv.slice(2));
console.log(`Attacking ${options.url.origin}. Only ever do this to a shop of your own.
At most ${budgets.requests} requests, one after the other but for bursts of 5 to 60, and at most ${options.mayForwardFor ? budgets.startsForSeveral : budgets.starts} codes
or accounts asked for; about five minutes. It stops by itself. User-Agent: ${userAgent}
It leaves behind throwaway accounts, cancelled orders, with --admin a hidden product, and one address that is closed for an hour.\n`);
const run = await runAttacks({ ...options, onAttack: (name) => console.log(`  ${name} …`) });
console.log(`\n${layOutSheet(run)}`);
const hasFailed = run.findings.some(({ verdict }) => verdict === "fail");
process.exit(hasFailed ? 1 : run.brokenOff.length > 0 ? 2 : 0);
