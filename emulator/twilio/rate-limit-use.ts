import type { Account, VerifyService } from "@/emulator/state/account";
import { TwilioError } from "@/emulator/twilio/twilio-error";

const windowsKept = 20_000;

/** Maps keep the order of writing, so the first window is the one that was used longest ago. */
function forgetColdest(account: Account): void {
  if (account.hits.size <= windowsKept) return;
  for (const coldest of account.hits.keys()) {
    account.hits.delete(coldest);
    return;
  }
}

/**
 * Counts a hit of a sliding window and says in how many milliseconds there will be room, 0 if there is room now.
 * A hit beyond the limit is not counted.
 */
export function takeHit(account: Account, key: string, max: number, windowMs: number, nowMs: number): number {
  const hits = (account.hits.get(key) ?? []).filter((atMs) => atMs > nowMs - windowMs);
  account.hits.delete(key);
  account.hits.set(key, hits);
  forgetColdest(account);
  const [oldest] = hits;
  if (hits.length >= max && oldest !== undefined) return Math.max(1, oldest + windowMs - nowMs);
  if (max <= 0) return windowMs;
  hits.push(nowMs);
  return 0;
}

/** 429 with code 20429. @see https://www.twilio.com/docs/api/errors/20429 */
export function tooManyRequests(waitMs: number, limitName?: string): TwilioError {
  const headers: Record<string, string> = { "Retry-After": String(Math.ceil(waitMs / 1000)) };
  if (limitName !== undefined) headers["Twilio-Reached-Rate-Limit"] = limitName;
  return new TwilioError(20429, { headers });
}

/**
 * The service's own limits, which only the start of a verification consumes. Names nobody has set up are ignored.
 * @see https://www.twilio.com/docs/verify/api/programmable-rate-limits
 */
export function consumeRateLimits(
  account: Account,
  service: VerifyService,
  values: Record<string, unknown>,
  nowMs: number,
): void {
  for (const limit of account.rateLimits.values()) {
    const value = values[limit.uniqueName];
    if (limit.serviceSid !== service.sid || value === undefined || value === null) continue;
    for (const bucket of limit.buckets.values()) {
      const waitMs = takeHit(
        account,
        `${bucket.sid} ${String(value)}`,
        bucket.max,
        bucket.intervalSeconds * 1000,
        nowMs,
      );
      if (waitMs > 0) throw tooManyRequests(waitMs, limit.uniqueName);
    }
  }
}
