import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type { RunningFloor } from "./floor-app";

/** One per process. */
export type Target = { name: string; urls: string[]; status: number; cookie?: string };

const connections = 32;
const seconds = 4;
const rounds = 3;

/** Requests per second, median of three rounds in turns; only ratios count. Throws on another status. */
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

export type Bench = {
  shop: NodeJS.ProcessEnv;
  memberCookie: string;
  /** On a port of its own, with other settings. */
  startShopAgain: (change?: Record<string, string>) => Promise<{ url: string; pid: number; stop: () => Promise<void> }>;
  startFloor: (options?: { heavyBytes?: number; processes?: number }) => Promise<RunningFloor>;
};

/** The first line is a heading. */
export type Measure = (bench: Bench) => Promise<string[]>;
