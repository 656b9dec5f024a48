// npm run attack:prove [-- names of sabotages]: takes defences out of a copy of the shop, one at a time, builds and starts
// it, and attacks it. Exit code 1 unless the whole shop passes and every sabotage is noticed.

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import getPort from "get-port";
import { emulatorInbox } from "@/attack/client/inbox";
import { createEmulatorClient } from "@/emulator/client";
import { startEmulator } from "@/emulator/start-emulator";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { startTestDatabase } from "@/scripts/database/test-database";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import { keepRunningParts, type Part, type RunningParts } from "@/scripts/processes/running-parts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { elapsedSince } from "@/scripts/processes/step";
import { connectWebhooks, emulatorEnvironment } from "@/scripts/providers/emulator-environment";
import { copyShop } from "@/scripts/test/shop-copy";
import { testEnvironment } from "@/scripts/test/test-shop";
import { shopConfig } from "@/shop.config";
import type { Sabotage } from "./request-sabotages";
import { type NamedFinding, runAttacks } from "./run-attacks";
import { sabotages } from "./sabotages";

/** About what Twilio and SendGrid take, in ms; an instant answer would hide who waits for it. */
const providerTakesMs = 400;
/** What a round may take; a whole attack takes about three minutes. */
const roundLimitMs = 10 * 60_000;
const admin = "attack-boss@example.com";
/** A code turns up only where logins happen. */
const attacksBefore: Record<string, string[]> = { "open-codes": ["replay"] };

Reflect.deleteProperty(process.env, "NODE_ENV");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sabotages.some((sabotage) => sabotage.name === name));
if (unknown.length > 0) {
  throw new SetupProblem(
    `There is no sabotage ${unknown.join(", ")}. There are ${sabotages.map(({ name }) => name).join(", ")}.`,
  );
}
const chosen = asked.length === 0 ? sabotages : sabotages.filter(({ name }) => asked.includes(name));
const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: false });
const copy = copyShop();
running.add({ name: "The copy", stop: async () => copy.remove() });

const startedAt = Date.now();
console.log("The shop as it is …");
const whole = await attackBuild(asked.length === 0 ? undefined : chosen.flatMap(attacksFor));
const failedBefore = new Set(whole.filter(({ verdict }) => verdict === "fail").map(lineOf));
for (const { attack, tried, seen, verdict } of whole) {
  if (verdict !== "pass") console.log(`  ${verdict}: ${attack}: ${tried}: ${seen}`);
}
console.log(`  ${whole.filter(({ verdict }) => verdict === "pass").length} lines pass, ${failedBefore.size} fail`);

const rows: { sabotage: Sabotage; outcome: string; isNoticed: boolean }[] = [];
for (const sabotage of chosen) {
  const roundStartedAt = Date.now();
  const row = { sabotage, ...(await sabotageAndAttack(sabotage)) };
  rows.push(row);
  console.log(`${row.isNoticed ? "noticed" : "MISSED "}  ${sabotage.name}  ${elapsedSince(roundStartedAt)}`);
}

console.log("\nDefence taken out, and the attack that noticed:\n");
for (const { sabotage, outcome, isNoticed } of rows) {
  console.log(`${isNoticed ? "✓" : "✗"} ${sabotage.takesOut} (${sabotage.name})\n    ${outcome}`);
}
const missed = rows.filter(({ isNoticed }) => !isNoticed).length;
console.log(`\n${rows.length - missed} of ${rows.length} noticed, ${elapsedSince(startedAt)}.`);
await running.stopAll();
process.exit(missed > 0 || failedBefore.size > 0 ? 1 : 0);

async function sabotageAndAttack(sabotage: Sabotage): Promise<{ outcome: string; isNoticed: boolean }> {
  let undo = () => {};
  try {
    undo = copy.change(sabotage.changes);
    const findings = await attackBuild(attacksFor(sabotage));
    const failed = findings.filter((finding) => finding.verdict === "fail" && !failedBefore.has(lineOf(finding)));
    const own = failed.filter(({ attack }) => sabotage.noticedBy.includes(attack));
    const outcome = own.map(({ attack, asvs, seen }) => `${attack} (ASVS ${asvs}): ${seen}`).join("\n    ");
    const missing = sabotage.noticedBy.filter((name) => !own.some(({ attack }) => attack === name));
    if (missing.length === 0) return { outcome, isNoticed: true };
    const seen = findings.map(({ attack, verdict, seen: what }) => `${attack}: ${verdict}, ${what}`).join("\n    ");
    return { outcome: `not noticed by ${missing.join(", ")}:\n    ${seen}`, isNoticed: false };
  } catch (error) {
    return { outcome: error instanceof Error ? error.message : String(error), isNoticed: false };
  } finally {
    undo();
  }
}

/** Builds the copy, starts it, attacks it, and stops it again. */
async function attackBuild(only: string[] | undefined): Promise<NamedFinding[]> {
  await copy.build();
  const round = keepRound();
  try {
    const { url, inbox } = await startShopCopy(copy.folder, round);
    const run = runAttacks({
      url: new URL(url),
      inbox: emulatorInbox(inbox),
      addressPattern: "attack-{id}@example.com",
      admin,
      pauseMs: 0,
      mayForwardFor: true,
      only,
    });
    return (await within(run, roundLimitMs)).findings;
  } finally {
    await round.stopAll();
  }
}

/**
 * Starts the build in a folder, with a new database and an emulator of its own. It believes the last entry of
 * X-Forwarded-For, as behind one proxy, so that the pack can be several visitors.
 */
async function startShopCopy(folder: string, round: RunningParts): Promise<{ url: string; inbox: string }> {
  const database = await startTestDatabase();
  round.add({ name: "The database", ...database });
  await applyMigrations(database.url, undefined, join(folder, "prisma/migrations"));
  await seedCatalogue(database.url);
  await addAdmin(database.url);

  const emulator = await startEmulator({ port: 0, host: "127.0.0.1", shopName: shopConfig.name });
  round.add({ name: "The emulator", stop: () => emulator.close() });
  const control = createEmulatorClient(emulator.url);
  for (const path of ["/Verifications$", "^/v3/mail/send"]) {
    await control.addFault({ match: { path, method: "POST" }, action: { delayMs: providerTakesMs } });
  }

  const port = await getPort();
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...testEnvironment(),
    ...emulatorEnvironment(emulator.url),
    ...(await connectWebhooks(emulator.url, url)),
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    APP_URL: url,
    CRON_SECRET: randomBytes(33).toString("base64url"),
    TRUSTED_PROXY_HOPS: "1",
  };
  const next = round.add(startNext("start", port, environment, { folder: join(folder, ".next/standalone") }));
  await waitForAnswer(`${url}/api/health`, next, 60_000);
  return { url, inbox: emulator.url };
}

/** By the command that operators use. */
async function addAdmin(databaseUrl: string): Promise<void> {
  const fields = ["--email", admin, "--username", "attack-boss", "--phone", "+14155552672"];
  const command = ["scripts/bootstrap.mjs", "scripts/operations/create-admin.ts", ...fields];
  await promisify(execFile)(process.execPath, command, { env: { ...testEnvironment(), DATABASE_URL: databaseUrl } });
}

/** The parts of one round: stopped after it, or with everything else. */
function keepRound(): RunningParts {
  const parts: Part[] = [];
  const stopAll = async () => {
    for (const part of parts.splice(0).toReversed()) await part.stop();
  };
  running.add({ name: "The round", stop: stopAll });
  return {
    stopAll,
    add(part) {
      parts.push(part);
      return part;
    },
  };
}

async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${milliseconds / 60_000} minutes`)), milliseconds);
  });
  return await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function attacksFor({ noticedBy }: Sabotage): string[] {
  return noticedBy.flatMap((name) => [...(attacksBefore[name] ?? []), name]);
}

/** What a line is about, the same in every run. */
function lineOf({ attack, asvs, requirement, tried }: NamedFinding): string {
  return `${attack} ${asvs} ${requirement} ${tried.replace(/\d+/g, "n")}`;
}
