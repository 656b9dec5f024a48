import { readFileSync } from "node:fs";
import { addMembers } from "@/bench/harness/add-members";
import { logInMany } from "@/bench/harness/bench-shopper";
import type { Measure } from "@/bench/harness/load";
import { createEmulatorClient } from "@/emulator/client";
import { startOtlpReceiver } from "@/test/otlp-receiver";

const rounds = 6;
const loginsARound = 150;
const mostPercent = 3;
/** USER_HZ of Linux (man 5 proc). */
const msPerTick = 10;

type Side = { name: string; url: string; pid: number; ms: number; cpuMs: number };

/** What telemetry takes from the logins a second: two processes of the shop, with and without it, in turns. */
export const telemetryCost: Measure = async (bench) => {
  await addMembers(bench.shop.DATABASE_URL ?? "", 10_000);
  const inbox = createEmulatorClient(bench.shop.EMULATOR_URL ?? "");
  const receiver = await startOtlpReceiver();
  const [off, on] = [
    await bench.startShopAgain(),
    await bench.startShopAgain({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }),
  ];
  try {
    const sides: [Side, Side] = [
      { name: "without", ...off, ms: 0, cpuMs: 0 },
      { name: "with", ...on, ms: 0, cpuMs: 0 },
    ];
    let from = 5_000;
    const run = async (side: Side, isCounted: boolean) => {
      const [startedAt, cpuBefore] = [performance.now(), cpuOf(side.pid)];
      await logInMany([side.url], inbox, from, loginsARound);
      from += loginsARound;
      if (!isCounted) return;
      side.ms += performance.now() - startedAt;
      side.cpuMs += cpuOf(side.pid) - cpuBefore;
    };
    for (const side of sides) await run(side, false);
    for (let round = 0; round < rounds; round++) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) await run(side, true);
    }
    return report(sides, receiver.posts().length);
  } finally {
    await Promise.all([off.stop(), on.stop()]);
    receiver.stop();
  }
};

function report(sides: [Side, Side], posts: number): string[] {
  const logins = rounds * loginsARound;
  const rates = sides.map(({ ms, cpuMs }) => ({ all: logins / (ms / 1_000), core: logins / (cpuMs / 1_000) }));
  const lines = sides.map(({ name }, index) => {
    const { all = 0, core = 0 } = rates[index] ?? {};
    return `${name.padEnd(8)} ${all.toFixed(1).padStart(6)} logins/s, ${core.toFixed(1)} logins per second of the shop's processor`;
  });
  const lost = (of: "all" | "core") => (1 - (rates[1]?.[of] ?? 0) / (rates[0]?.[of] ?? 1)) * 100;
  if (lost("all") > mostPercent) process.exitCode = 1;
  const verdict = lost("all") > mostPercent ? `MORE THAN ${mostPercent} %` : `at most ${mostPercent} %, as asked`;
  return [
    `The cost of telemetry: ${logins} logins a side, all traced, ${posts} exports.`,
    ...lines,
    `lost     ${lost("all").toFixed(1)} % of all logins/s: ${verdict}; ${lost("core").toFixed(1)} % of the shop's own processor`,
  ];
}

/** User and system time of a process, in ms. The name in front may have spaces. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
