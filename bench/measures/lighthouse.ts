import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { askForCode, newShopper } from "@/bench/harness/bench-shopper";
import type { Measure } from "@/bench/harness/load";
import { requireChromium } from "@/scripts/test/find-browsers";

const lighthouse = "lighthouse@13.5.0";
const runs = 3;
/** What a page may lose on an empty one, in points. */
const mostPointsBehind = 5;

type Result = {
  score: number;
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  shift: number;
  bytes: number;
};

/** What a phone feels: Lighthouse's mobile performance with its default throttling, beside an empty page. */
export const lighthouseScores: Measure = async ({ shop, memberCookie, startFloor }) => {
  const floor = await startFloor();
  const { request } = await askForCode(newShopper(shop.APP_URL ?? ""), "bench@example.com");
  const storefront = await (await fetch(`${shop.APP_URL}/`)).text();
  const product = /"(\/products\/[^"]+)"/.exec(storefront)?.[1] ?? "/products";
  const pages = [
    { name: "an empty page", url: `${floor.urls[0]}/`, cookie: "" },
    ...["/", "/login", "/register", product].map((path) => ({ name: path, url: `${shop.APP_URL}${path}`, cookie: "" })),
    { name: "/otp", url: `${shop.APP_URL}${request.page}`, cookie: request.browser.cookieHeader },
    { name: "/home", url: `${shop.APP_URL}/home`, cookie: memberCookie },
  ];
  const results = new Map<string, Result[]>(pages.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, url, cookie } of pages) results.get(name)?.push(await look(url, cookie));
  }
  await floor.stop();

  const empty = typical(results.get("an empty page"));
  const lines = [`Lighthouse, mobile, median of ${runs}: points, paints and blocked time in ms, shift, kB.`];
  for (const { name } of pages) {
    const found = typical(results.get(name));
    const isBehind = found.score < empty.score - mostPointsBehind;
    if (isBehind) process.exitCode = 1;
    lines.push(
      `${isBehind ? "✗" : "✓"} ${name.padEnd(30)} ${String(found.score).padStart(3)}   first ${found.firstPaint}, largest ${found.largestPaint}, blocked ${found.blocked}, shift ${found.shift}, ${(found.bytes / 1_000).toFixed(0)} kB`,
    );
  }
  return lines;
};

function typical(results: Result[] = []): Result {
  const sorted = [...results].sort((a, b) => a.score - b.score);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("Lighthouse gave no result.");
  return middle;
}

type Report = {
  categories: { performance: { score: number | null } };
  audits: Record<string, { numericValue?: number }>;
  runtimeError?: { message: string };
};

async function look(url: string, cookie: string): Promise<Result> {
  const flags = [
    "--only-categories=performance",
    "--output=json",
    "--quiet",
    "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking",
    ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
  ];
  const { stdout } = await promisify(execFile)("npx", ["--yes", lighthouse, url, ...flags], {
    maxBuffer: 50_000_000,
    env: { ...process.env, CHROME_PATH: requireChromium() },
  });
  const { categories, audits, runtimeError } = JSON.parse(stdout) as Report;
  if (runtimeError !== undefined) throw new Error(`Lighthouse could not read ${new URL(url).pathname}.`);
  const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    score: Math.round((categories.performance.score ?? 0) * 100),
    firstPaint: Math.round(number("first-contentful-paint")),
    largestPaint: Math.round(number("largest-contentful-paint")),
    blocked: Math.round(number("total-blocking-time")),
    shift: Number(number("cumulative-layout-shift").toFixed(3)),
    bytes: number("total-byte-weight"),
  };
}
