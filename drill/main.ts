// npm run drill [-- short]: breaks one part after another while shoppers log in, and prints what they met. Exit code 1
// if anything was lost.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { addMembers } from "@/bench/harness/add-members";
import { runNode } from "@/scripts/processes/run-command";
import { keepRunningParts } from "@/scripts/processes/running-parts";
import { elapsedSince, step } from "@/scripts/processes/step";
import { copyShop } from "@/scripts/test/shop-copy";
import { testEnvironment } from "@/scripts/test/test-shop";
import { listDisturbances, longForm, shortForm } from "./disturbances";
import { layOutReport, type Mails } from "./report";
import { keepSession, logInPatiently, newTally } from "./shoppers";
import { startParts } from "./start-parts";

const lengths = process.argv[2] === "short" ? shortForm : longForm;
const betweenLoginsMs = 700;
const keptSessions = 20;
const standalone = (folder: string) => join(folder, ".next/standalone");

Reflect.deleteProperty(process.env, "NODE_ENV");
const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: false });
const startedAt = Date.now();
if ((await runNode("scripts/build.mjs", [], testEnvironment())) !== 0) process.exit(1);
const second = copyShop();
running.add({ name: "The second build", stop: async () => second.remove() });
await step("A second build", () => second.build());

const parts = await startParts(running, standalone("."));
await addMembers(parts.databaseUrl, 5_000);
const tally = newTally();
let [member, isOver] = [0, false];
const nextEmail = () => `member${++member}@bench.example`;

const kept = await Promise.all(
  Array.from({ length: keptSessions }, () => logInPatiently(parts.shop, parts.inbox, nextEmail(), tally)),
);
const watches = kept.map((browser) => browser && keepSession(browser, tally, () => isOver));
const logins: Promise<unknown>[] = [];
const ticker = setInterval(() => {
  logins.push(logInPatiently(parts.shop, parts.inbox, nextEmail(), tally));
}, betweenLoginsMs);

for (const { name, run } of listDisturbances(lengths, standalone(second.folder))) {
  tally.phase = name;
  await step(name, () => run(parts));
  await sleep(lengths.calm);
}
tally.phase = "the end";
clearInterval(ticker);
await step("The last logins end", () => Promise.all(logins));
await sleep(lengths.calm);
isOver = true;
await Promise.all(watches);

const mails = await step("The last mails go out", countMails);
mkdirSync("test-results", { recursive: true });
writeFileSync("test-results/drill-access.log", parts.accessLog());
await running.stopAll();
const { table, isGood } = layOutReport(tally, mails);
console.log(`\n${table}\nAll of it took ${elapsedSince(startedAt)}.`);
process.exit(isGood ? 0 : 1);

/** Compares what the shop wanted to send with what SendGrid took. */
async function countMails(): Promise<Mails> {
  const pool = new Pool({ connectionString: parts.databaseUrl, max: 1 });
  const giveUpAt = Date.now() + 180_000;
  let [wanted, waiting] = [0, 1];
  while (waiting > 0 && Date.now() < giveUpAt) {
    const { rows } = await pool.query<{ wanted: number; waiting: number }>(
      `SELECT count(*)::int AS "wanted", count("dueAt")::int AS "waiting" FROM "OutboxMail"`,
    );
    ({ wanted, waiting } = rows[0] ?? { wanted, waiting });
    await sleep(1_000);
  }
  await pool.end();
  const taken = (await parts.inbox.messages()).filter(({ code }) => code === null).length;
  return { wanted, lost: waiting + Math.max(0, wanted - waiting - taken), doubled: Math.max(0, taken - wanted) };
}
