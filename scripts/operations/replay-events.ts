// npm run events:replay: sends past events to the receiver again (docs/operations.md).
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";
import { SetupProblem } from "@/scripts/processes/setup-problem";

const USAGE =
  "Usage: npm run events:replay -- --from 2026-11-30T08:00:00Z [--to 2026-11-30T20:00:00Z], or ids of events.";

const range = readFlags();
if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  process.env.DATABASE_URL = database.url;
  const { eventTarget } = await import("@/lib/events/post-message");
  const { replayEvents } = await import("@/lib/events/replay-events");
  const { db } = await import("@/lib/db/client");
  const target = eventTarget();
  if (target === null) throw new SetupProblem("EVENTS_WEBHOOK_URL is not set, so there is no receiver.");
  const { sent, failed } = await replayEvents(target, range).finally(() => db().$disconnect());
  console.log(`Sent ${sent} events again.`);
  if (failed !== null) {
    console.log(`The receiver did not take event ${failed.id} (${failed.error}). Go on with --from ${failed.id}.`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
}

function readFlags() {
  try {
    const text = { type: "string" } as const;
    const { from, to } = parseArgs({ options: { from: text, to: text } }).values;
    if (from === undefined) throw new Error("--from is missing.");
    return { from: readBound(from), to: to === undefined ? new Date() : readBound(to) };
  } catch (error) {
    throw new SetupProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function readBound(text: string): bigint | Date {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  const time = new Date(text);
  // Other forms mean local time here and UTC elsewhere.
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) || Number.isNaN(time.getTime())) {
    throw new Error(`${text} is no id and no time in UTC.`);
  }
  return time;
}
