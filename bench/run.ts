// npm run bench [-- names]: builds the shop, starts it, and prints each measure beside its floor of the same run.
import { randomUUID } from "node:crypto";
import getPort from "get-port";
import { encode } from "next-auth/jwt";
import { Pool } from "pg";
import { startNext, waitForAnswer } from "@/scripts/next-server";
import { runTool } from "@/scripts/run-command";
import { keepRunningParts } from "@/scripts/running-parts";
import { SetupProblem } from "@/scripts/setup-problem";
import { testEnvironment } from "@/scripts/test-environment";
import { startTestShop } from "@/scripts/test-shop";
import { startFloorApp } from "./floor-app";
import type { Bench, Measure } from "./measure";
import { adminScale } from "./measures/admin-scale";
import { answerTimes } from "./measures/answer-times";
import { auditScale } from "./measures/audit-scale";
import { coldImport } from "./measures/cold-import";
import { emulatorPairs } from "./measures/emulator-pairs";
import { loginRate } from "./measures/login-rate";
import { loginStatements } from "./measures/login-statements";
import { pageRates } from "./measures/page-rates";
import { scriptWeight } from "./measures/script-weight";

const measures: Record<string, Measure> = {
  "page-rates": pageRates,
  "login-rate": loginRate,
  "answer-times": answerTimes,
  "login-statements": loginStatements,
  "script-weight": scriptWeight,
  "cold-import": coldImport,
  "emulator-pairs": emulatorPairs,
  "audit-scale": auditScale,
  "admin-scale": adminScale,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in measures));
if (unknown) throw new SetupProblem(`There is no measure "${unknown}". They are ${Object.keys(measures).join(", ")}.`);

// It needs no shop, and takes a database of its own.
if (asked.length === 1 && asked[0] === "admin-scale") {
  console.log(`\n${(await adminScale()).join("\n")}`);
  process.exit(process.exitCode ?? 0);
}

Reflect.deleteProperty(process.env, "NODE_ENV");
if ((await runTool("next", "dist/bin/next", ["build"], testEnvironment())) !== 0) process.exit(1);

const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: true });
const shop = await startTestShop(running);
const bench: Bench = {
  shop,
  memberCookie: await logInMember(),
  startShopAgain,
  startFloor: (options) => startFloorApp(running, options),
};
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${(await measure(bench)).join("\n")}`);
}
await running.stopAll();
process.exit(process.exitCode ?? 0);

async function startShopAgain() {
  const port = await getPort();
  const server = startNext("start", port, { ...shop, NODE_ENV: "production" });
  running.add({ name: "The second process of the shop", stop: server.stop });
  await waitForAnswer(`http://localhost:${port}/api/health`, server, 60_000);
  return { url: `http://localhost:${port}`, stop: server.stop };
}

/** Adds a member with a session to the shop's database, and gives their cookie. */
async function logInMember(): Promise<string> {
  const pool = new Pool({ connectionString: shop.DATABASE_URL, max: 1 });
  const [sub, sid] = [randomUUID(), randomUUID()];
  await pool.query(
    `INSERT INTO "User" ("id", "email", "username", "usernameKey", "phone") VALUES ($1, 'bench@example.com', 'bench', 'bench', '+14155552671')`,
    [sub],
  );
  await pool.query(
    `INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "method") VALUES ($1, $2, $3, now() + interval '1 day', 'EMAIL_CODE')`,
    [randomUUID(), sid, sub],
  );
  await pool.end();
  // Fresh for the whole run: the minute of a renewal is not what is measured.
  const token = { sub, sid, role: "CUSTOMER", checkedAt: Date.now() + 3_600_000 };
  const salt = "myshop-session";
  return `${salt}=${await encode({ token, secret: shop.AUTH_SECRET ?? "", salt, maxAge: 3_600 })}`;
}
