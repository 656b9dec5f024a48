// npm run bench: builds the shop, measures it, and prints ratios against a floor of the same run.
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { Pool } from "pg";
import { startEmulator } from "@/emulator/start-emulator";
import { runTool } from "@/scripts/run-command";
import { keepRunningParts } from "@/scripts/running-parts";
import { testEnvironment } from "@/scripts/test-environment";
import { startTestShop } from "@/scripts/test-shop";
import { measureColdImport } from "./cold-import";
import { measureEmptyPage } from "./empty-page";
import { measureEmulatorPairs } from "./emulator-pairs";
import { measureLoad } from "./measure-load";
import { measureScripts } from "./measure-scripts";

Reflect.deleteProperty(process.env, "NODE_ENV");
if ((await runTool("next", "dist/bin/next", ["build"], testEnvironment())) !== 0) process.exit(1);
const emptyPageBytes = await measureEmptyPage();

const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: true });
const shop = await startTestShop(running);
const cookie = await logInMember();

const floor = "static page, no middleware";
const rates = await measureLoad([
  { name: floor, url: `${shop.APP_URL}/logout/confirm`, status: 200 },
  { name: "/home with a session", url: `${shop.APP_URL}/home`, status: 200, cookie },
  { name: "/home of a stranger (redirect)", url: `${shop.APP_URL}/home`, status: 307 },
  { name: "/ (storefront)", url: `${shop.APP_URL}/`, status: 200 },
  { name: "/login", url: `${shop.APP_URL}/login`, status: 200 },
  { name: "/account with a session", url: `${shop.APP_URL}/account`, status: 200, cookie },
]);
console.log(`\nOne process of next start, 32 connections, load on the same cores. Ratios are to "${floor}".\n`);
for (const [name, rate] of rates) {
  console.log(
    `${name.padEnd(32)} ${rate.toFixed(0).padStart(6)} requests/s  ${(rate / (rates.get(floor) ?? 1)).toFixed(2)}`,
  );
}

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
console.log(`\nJavaScript, gzip. An empty page of the same Next: ${kB(emptyPageBytes)}.\n`);
for (const path of ["/login", "/register"]) {
  const bytes = await measureScripts(`${shop.APP_URL}${path}`);
  console.log(`${path.padEnd(32)} ${kB(bytes)}, ${kB(bytes - emptyPageBytes)} more`);
}

console.log("\nLoading Twilio in a new process.\n");
for (const module of ["twilio", "twilio/lib/rest/VerifyBase"]) {
  console.log(`${module.padEnd(32)} ${(await measureColdImport(module)).toFixed(0).padStart(6)} ms`);
}
// One of its own: the shop's posts every delivery to the shop. The first round warms it up.
const emulator = await startEmulator();
await measureEmulatorPairs(emulator.url, "warm");
const pairs = await measureEmulatorPairs(emulator.url, "measured");
await emulator.close();
console.log(`\nThe emulator, one process: ${pairs.toFixed(0)} codes sent, read and approved a second.`);
await running.stopAll();
process.exit(0);

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
