import { addMembers } from "@/bench/harness/add-members";
import { logInMany } from "@/bench/harness/bench-shopper";
import { type Measure, measureLoad } from "@/bench/harness/load";
import { createEmulatorClient } from "@/emulator/client";

const logins = 800;

/** Whole logins a second, beside an empty page made per request: browser, shop, database and emulator on the same cores. */
export const loginRate: Measure = async (bench) => {
  const { shop } = bench;
  await addMembers(shop.DATABASE_URL ?? "", 10_000);
  const inbox = createEmulatorClient(shop.EMULATOR_URL ?? "");
  const second = await bench.startShopAgain();
  const floor = await bench.startFloor({ processes: 1 });
  try {
    const target = { name: "empty", urls: [`${floor.urls[0]}/per-request`], status: 200 };
    const empty = (await measureLoad([target])).get("empty") ?? 0;
    const lines = ["Whole logins a second: form, code page, code, premium page. Everything on the same cores."];
    let from = 1_000;
    for (const urls of [[shop.APP_URL ?? ""], [shop.APP_URL ?? "", second.url]]) {
      await logInMany(urls, inbox, from, 100);
      const startedAt = performance.now();
      await logInMany(urls, inbox, from + 100, logins);
      const rate = logins / ((performance.now() - startedAt) / 1_000);
      from += logins + 100;
      const processes = urls.length === 1 ? "one process" : "two processes";
      lines.push(`${processes.padEnd(16)} ${rate.toFixed(1)} logins/s, ${(rate / empty).toFixed(3)} of an empty page`);
    }
    lines.push(`${"empty page".padEnd(16)} ${empty.toFixed(0)} requests/s, made per request, one process`);
    return lines;
  } finally {
    await floor.stop();
    await second.stop();
  }
};
