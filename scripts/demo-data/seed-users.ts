// npm run seed:users -- --count 1000000 [--events 5000000] [--orders 1000000]: fills a database with demo data, never a real one.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { connect } from "@/prisma/connect";
import { applyMigrations } from "@/prisma/migrate";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { elapsedSince } from "@/scripts/processes/step";
import { fillDatabase, requireDemoDatabase } from "./fill-database";
import { progressBar } from "./write-rows";

const USAGE = "Usage: npm run seed:users -- --count 1000000 [--events 5000000] [--orders 1000000]";

const amounts = readFlags();
if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  await applyMigrations(database.url);
  const client = await connect(database.url);
  await requireDemoDatabase(database.url, client).finally(() => client.end());
  const startedAt = Date.now();
  const bar = progressBar(process.stdout);
  await fillDatabase(database.url, amounts, bar.show).finally(bar.end);
  console.log(
    `Added ${amounts.count.toLocaleString("en")} users, ${amounts.events.toLocaleString("en")} audit events and ${amounts.orders.toLocaleString("en")} orders to ${database.description} in ${elapsedSince(startedAt)}.`,
  );
} finally {
  await database.close();
}

function readFlags(): { count: number; events: number; orders: number } {
  const text = { type: "string" } as const;
  try {
    const options = { count: text, events: text, orders: text };
    const { count, events = "0", orders = "0" } = parseArgs({ options }).values;
    if (count === undefined) throw new Error("--count is needed.");
    return {
      count: readNumber("--count", count),
      events: readNumber("--events", events),
      orders: readNumber("--orders", orders),
    };
  } catch (error) {
    throw new SetupProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function readNumber(flag: string, text: string): number {
  const number = Number(text.replaceAll("_", ""));
  if (!Number.isInteger(number) || number < 0 || number > 100_000_000) {
    throw new Error(`${flag} is ${text}, and must be a whole number up to 100000000.`);
  }
  return number;
}
