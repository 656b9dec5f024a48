import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { killPhase, sendgridPhase, twilioPhase } from "./report";
import type { Parts } from "./start-parts";

export type Disturbance = { name: string; run(parts: Parts): Promise<void> };

/** In ms. The short form fits CI. */
export type Lengths = { calm: number; twilioDown: number; sendgridDown: number };
export const longForm: Lengths = { calm: 20_000, twilioDown: 120_000, sendgridDown: 60_000 };
export const shortForm: Lengths = { calm: 6_000, twilioDown: 25_000, sendgridDown: 20_000 };

/** What happens while shoppers log in, in this order. `secondBuild` is the folder of another standalone build. */
export function listDisturbances({ twilioDown, sendgridDown }: Lengths, secondBuild: string): Disturbance[] {
  return [
    { name: killPhase, run: ({ instances }) => at(instances, 1).kill(3_000) },
    { name: "PostgreSQL restarts", run: ({ postgres }) => postgres.restart() },
    { name: "Redis restarts", run: ({ redis }) => redis.restart() },
    { name: "pgbouncer restarts", run: ({ pgbouncer }) => pgbouncer.restart() },
    { name: twilioPhase, run: (parts) => failProvider(parts, "^/v2/", twilioDown) },
    { name: sendgridPhase, run: (parts) => failProvider(parts, "^/v3/", sendgridDown) },
    { name: "a second build is deployed", run: (parts) => replaceAll(parts, { build: secondBuild }) },
    { name: "AUTH_SECRET is rotated", run: rotateSecret },
    { name: "the daily job runs twice at once", run: runJobTwice },
  ];
}

async function failProvider({ inbox }: Parts, path: string, forMs: number): Promise<void> {
  const fault = await inbox.addFault({ match: { path }, action: { status: 503 } });
  await sleep(forMs);
  await inbox.clearFaults(fault.id);
}

/** One after the other, as a rolling deploy does. */
async function replaceAll({ instances }: Parts, next: { build?: string; environment?: NodeJS.ProcessEnv }) {
  for (const instance of instances) await instance.replace(next);
}

/** The three steps of docs/deployment.md. */
async function rotateSecret(parts: Parts): Promise<void> {
  const oldSecret = parts.environment.AUTH_SECRET ?? "";
  const newSecret = randomBytes(33).toString("base64url");
  for (const AUTH_SECRET of [`${oldSecret},${newSecret}`, `${newSecret},${oldSecret}`]) {
    await replaceAll(parts, { environment: { ...parts.environment, AUTH_SECRET } });
  }
}

async function runJobTwice({ instances, environment }: Parts): Promise<void> {
  const headers = { authorization: `Bearer ${environment.CRON_SECRET}` };
  const answers = await Promise.all(
    [0, 1].map((index) => fetch(`${at(instances, index).url}/api/jobs/daily`, { headers })),
  );
  const refused = answers.find(({ ok }) => !ok);
  if (refused !== undefined) throw new Error(`The daily job answered ${refused.status}.`);
}

function at<Item>(items: Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no instance ${index}.`);
  return item;
}
