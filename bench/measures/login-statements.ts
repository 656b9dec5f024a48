import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { Pool } from "pg";
import { addMembers } from "@/bench/harness/add-members";
import { logInWhole } from "@/bench/harness/bench-shopper";
import { startCountingProxy } from "@/bench/harness/counting-proxy";
import type { Measure } from "@/bench/harness/load";
import { createEmulatorClient } from "@/emulator/client";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";

const populations = [1_000, 1_000_000];
const logins = 5;
/** Each process looks after the catalogue, the providers and the mails every few seconds. */
const idleMs = 20_000;
/** From the first form to the premium page (issue 4). */
const most = 12;

/** What a login asks of the database, and whether that grows with the number of users. */
export const loginStatements: Measure = async ({ shop }) => {
  const inbox = createEmulatorClient(shop.EMULATOR_URL ?? "");
  const proxy = await startCountingProxy(shop.DATABASE_URL ?? "");
  const port = await getPort();
  const url = `http://localhost:${port}`;
  const server = startNext("start", port, {
    ...shop,
    NODE_ENV: "production",
    APP_URL: url,
    DATABASE_URL: proxy.url,
  });
  try {
    await waitForAnswer(`${url}/api/health`, server, 60_000);
    const lines = [
      "Statements of one login, from the first form to the premium page and its mail, BEGIN and COMMIT counted, without those of an idle process.",
    ];
    const pool = new Pool({ connectionString: shop.DATABASE_URL, max: 1 });
    for (const [round, population] of populations.entries()) {
      await addMembers(shop.DATABASE_URL ?? "", population);
      // Work once in minutes does not count: a new premium page, a note that a provider is healthy.
      await logInWhole(url, inbox, `member${900 + round}@bench.example`);
      proxy.takeStatements();
      await sleep(idleMs);
      const idle = proxy.takeStatements().length / idleMs;
      const startedAt = performance.now();
      let statements = 0;
      const before = await readWrites(pool);
      for (let login = 1; login <= logins; login++) {
        await logInWhole(url, inbox, `member${round * 100 + login}@bench.example`);
        await sleep(500);
        statements += proxy.takeStatements().length;
      }
      const ofLogins = (statements - idle * (performance.now() - startedAt)) / logins;
      const isWithin = Math.round(ofLogins) <= most;
      const verdict = isWithin ? `at most ${most}, as asked` : `MORE THAN ${most}`;
      lines.push(`${population.toLocaleString("en").padStart(12)} users   ${ofLogins.toFixed(1)}   ${verdict}`);
      if (!isWithin) process.exitCode = 1;
      const after = await readWrites(pool);
      const { rows } = await pool.query<{ bytes: number }>(
        `SELECT pg_total_relation_size('"User"') / count(*) AS "bytes" FROM "User"`,
      );
      const each = (of: keyof Writes) => (Number(after[of]) - Number(before[of])) / logins;
      lines.push(
        `${"".padEnd(20)}${each("added").toFixed(1)} rows added, ${each("changed").toFixed(1)} changed, ` +
          `${each("deleted").toFixed(1)} deleted, ${(each("walBytes") / 1_000).toFixed(1)} kB written to the log of PostgreSQL; a user takes ${rows[0]?.bytes} bytes`,
      );
    }
    await pool.end();
    return lines;
  } finally {
    await server.stop();
    proxy.close();
  }
};

type Writes = { added: string; changed: string; deleted: string; walBytes: string };

/** Since the database was made. Its statistics are a second late. */
async function readWrites(pool: Pool): Promise<Writes> {
  await sleep(2_000);
  const { rows } = await pool.query<Writes>(
    `SELECT sum("n_tup_ins") AS "added", sum("n_tup_upd") AS "changed", sum("n_tup_del") AS "deleted",
       pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS "walBytes" FROM pg_stat_user_tables`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("PostgreSQL has no statistics of its tables.");
  return row;
}
