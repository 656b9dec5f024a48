import type { Finding } from "@/lib/checks/findings";
import { shopFinding } from "./shop-findings";

/** `aheadMs`: how far this clock is ahead of this machine's. */
export type Clock = { who: "shop" | "database" | "provider"; aheadMs: number };

/** Webhook signatures allow five minutes, proxies and caches less. In ms. */
const toleratedMs = 30_000;

/** By a time that was read between `sentAt` and now; null if it is none. */
export function measureClock(who: Clock["who"], time: string | Date | null, sentAt: number): Clock | null {
  const at = new Date(time ?? Number.NaN).getTime();
  return Number.isNaN(at) ? null : { who, aheadMs: at - (sentAt + Date.now()) / 2 };
}

/** By the Date header, which every HTTP answer has (RFC 9110, 6.6.1). Null without an answer. */
export async function readProviderClock(url: string): Promise<Clock | null> {
  const sentAt = Date.now();
  try {
    const signal = AbortSignal.timeout(5_000);
    const response = await fetch(url, { method: "HEAD", redirect: "manual", signal });
    return measureClock("provider", response.headers.get("date"), sentAt);
  } catch {
    return null;
  }
}

/** Compares all clocks with the providers', or else with the shop's. */
export function judgeClocks(clocks: Clock[]): Finding[] {
  const reference = clocks.find(({ who }) => who === "provider") ?? clocks.find(({ who }) => who === "shop");
  if (reference === undefined) return [];
  const codes = { shop: "CLOCK_SHOP", database: "CLOCK_DATABASE", provider: null } as const;
  const findings = clocks.flatMap(({ who, aheadMs }) => {
    const seconds = Math.round((aheadMs - reference.aheadMs) / 1_000);
    const code = codes[who];
    return code === null || isTolerated(seconds) ? [] : [shopFinding(code, inWords(seconds))];
  });
  const ownSeconds = Math.round(-reference.aheadMs / 1_000);
  return isTolerated(ownSeconds) ? findings : [...findings, shopFinding("CLOCK_HERE", inWords(ownSeconds))];
}

function isTolerated(seconds: number): boolean {
  return Math.abs(seconds) * 1_000 <= toleratedMs;
}

function inWords(seconds: number): Record<string, string | number> {
  return { seconds: Math.abs(seconds), direction: seconds > 0 ? "ahead" : "behind" };
}
