import { addMembers } from "@/bench/harness/add-members";
import { logInMany } from "@/bench/harness/bench-shopper";
import { type Measure, measureLoad } from "@/bench/harness/load";
import { createEmulatorClient } from "@/emulator/client";
import { applyMigrations } from "@/prisma/migrate";
import { seedCatalogue } from "@/prisma/seed";
import { startTestDatabase } from "@/scripts/database/test-database";

const logins = 800;
const many = 1_000_000;
const few = 10_000;
const pairs = 5;
const loginsOfPair = 200;
/** The rate with many users, of that with few (issue 17). */
const least = 0.95;

/** Whole logins a second, beside an empty page made per request, and with a million users beside ten thousand.
 * Browser, shop, database and emulator are on the same cores. */
export const loginRate: Measure = async (bench) => {
  const { shop } = bench;
  const url = shop.APP_URL ?? "";
  await addMembers(shop.DATABASE_URL ?? "", many);
  const inbox = createEmulatorClient(shop.EMULATOR_URL ?? "");
  const second = await bench.startShopAgain();
  const floor = await bench.startFloor({ processes: 1 });
  let from = 10_000;
  const measureRate = async (urls: string[], count: number) => {
    from += count;
    const startedAt = performance.now();
    await logInMany(urls, inbox, from, count);
    return count / ((performance.now() - startedAt) / 1_000);
  };
  try {
    const target = { name: "empty", urls: [`${floor.urls[0]}/per-request`], status: 200 };
    const empty = (await measureLoad([target])).get("empty") ?? 0;
    const lines = [
      "Whole logins a second: form, code page, code, premium page. Everything on the same cores, a million users.",
    ];
    for (const urls of [[url], [url, second.url]]) {
      await measureRate(urls, 100);
      const rate = await measureRate(urls, logins);
      const processes = urls.length === 1 ? "one process" : "two processes";
      lines.push(`${processes.padEnd(16)} ${rate.toFixed(1)} logins/s, ${(rate / empty).toFixed(3)} of an empty page`);
    }
    lines.push(`${"empty page".padEnd(16)} ${empty.toFixed(0)} requests/s, made per request, one process`);
    await second.stop();
    lines.push(await compareWithFew(url));
    return lines;
  } finally {
    await floor.stop();
    await second.stop();
  }

  /** In pairs, in turns: what else the machine does meets both. */
  async function compareWithFew(urlOfMany: string): Promise<string> {
    const database = await startTestDatabase();
    try {
      await applyMigrations(database.url);
      await seedCatalogue(database.url);
      await addMembers(database.url, few);
      const small = await bench.startShopAgain({ DATABASE_URL: database.url });
      from = 0;
      for (const each of [urlOfMany, small.url]) await measureRate([each], loginsOfPair);
      const ratios: number[] = [];
      for (let pair = 0; pair < pairs; pair++) {
        const ofFew = await measureRate([small.url], loginsOfPair);
        ratios.push((await measureRate([urlOfMany], loginsOfPair)) / ofFew);
      }
      await small.stop();
      const ratio = ratios.sort((a, b) => a - b)[Math.floor(pairs / 2)] ?? 0;
      if (ratio < least) process.exitCode = 1;
      const verdict = ratio < least ? `LESS THAN ${least}` : `at least ${least}, as asked`;
      return `${"a million users".padEnd(16)} ${ratio.toFixed(2)} of the rate with ${few.toLocaleString("en")} users, ${verdict}`;
    } finally {
      await database.stop();
    }
  }
};
