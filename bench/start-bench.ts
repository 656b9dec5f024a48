import { randomUUID } from "node:crypto";
import getPort from "get-port";
import { encode } from "next-auth/jwt";
import { Pool } from "pg";
import { startFloorApp } from "@/bench/harness/floor-app";
import type { Bench } from "@/bench/harness/load";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";
import { runNode } from "@/scripts/processes/run-command";
import { keepRunningParts } from "@/scripts/processes/running-parts";
import { startTestShop, testEnvironment } from "@/scripts/test/test-shop";

/** Builds the shop and starts it, with a member who is logged in. Ends the process if it cannot be built. */
export async function startBench(): Promise<{ bench: Bench; stop: () => Promise<void> }> {
  Reflect.deleteProperty(process.env, "NODE_ENV");
  if ((await runNode("scripts/build.mjs", [], testEnvironment())) !== 0) process.exit(1);

  const running = keepRunningParts({ exitCodeOnSignal: 130, isOverWhenOneIsLost: true });
  const shop = await startTestShop(running);
  const bench: Bench = {
    shop,
    memberCookie: await logInMember(shop),
    async startShopAgain(change) {
      const port = await getPort();
      const server = startNext("start", port, { ...shop, ...change, NODE_ENV: "production" });
      running.add({ name: "The second process of the shop", stop: server.stop });
      await waitForAnswer(`http://localhost:${port}/api/health`, server, 60_000);
      return { url: `http://localhost:${port}`, pid: server.pid, stop: server.stop };
    },
    startFloor: (options) => startFloorApp(running, options),
  };
  return { bench, stop: () => running.stopAll() };
}

/** Adds a member with a session to the shop's database, and gives their cookie. */
async function logInMember(shop: NodeJS.ProcessEnv): Promise<string> {
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
  const salt = "shop-session";
  return `${salt}=${await encode({ token, secret: shop.AUTH_SECRET ?? "", salt, maxAge: 3_600 })}`;
}
