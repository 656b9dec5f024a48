import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type { RunningFloor } from "./floor-app";

/** `urls` holds one address for each process that serves the page. */
export type Target = { name: string; urls: string[]; status: number; cookie?: string };

const connections = 32;
const seconds = 4;
const rounds = 3;

/**
 * Requests per second of each target, the median of three rounds. The targets take turns, so that whatever else the
 * machine does meets all of them alike; only their ratios say something. Where several processes serve a target, each
 * gets its part of the connections at the same time, and the rates are added up. Throws if a target gives another status.
 */
export async function measureLoad(targets: Target[]): Promise<Map<string, number>> {
  const samples = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await runOnce(target, 2);
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) samples.get(target.name)?.push(await runOnce(target, seconds));
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

async function runOnce({ name, urls, status, cookie }: Target, duration: number): Promise<number> {
  const rates = await Promise.all(
    urls.map((url) => load({ name, url, status, cookie }, connections / urls.length, duration)),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}

type OneUrl = Omit<Target, "urls"> & { url: string };

async function load({ name, url, status, cookie }: OneUrl, connections: number, duration: number): Promise<number> {
  const autocannon = createRequire(import.meta.url).resolve("autocannon/autocannon.js");
  const args = [autocannon, "--json", "--no-progress", "-c", String(connections), "-d", String(duration)];
  if (cookie) args.push("-H", `cookie=${cookie}`);
  const { stdout } = await promisify(execFile)(process.execPath, [...args, url], { maxBuffer: 10_000_000 });
  const report = JSON.parse(stdout) as { requests: { average: number }; statusCodeStats: Record<string, unknown> };
  const statuses = Object.keys(report.statusCodeStats);
  if (statuses.some((seen) => seen !== String(status))) {
    throw new Error(`${name} answered ${statuses.join(", ")} where ${status} was expected.`);
  }
  return report.requests.average;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What a measure finds: the shop under test, and ways to have more of it. */
export type Bench = {
  /** The environment of the running shop: APP_URL, DATABASE_URL, EMULATOR_URL and its secrets. */
  shop: NodeJS.ProcessEnv;
  /** The cookie of a member who is logged in. */
  memberCookie: string;
  /** Starts one more process of the same build on a port of its own, and gives its address. */
  startShopAgain: () => Promise<{ url: string; stop: () => Promise<void> }>;
  /** Builds and starts the app of empty pages; `heavyBytes` is the size of its heavy page. */
  startFloor: (options?: { heavyBytes?: number; processes?: number }) => Promise<RunningFloor>;
};

/** One thing that `npm run bench` measures. Gives the lines to print, the first of which is a heading. */
export type Measure = (bench: Bench) => Promise<string[]>;
