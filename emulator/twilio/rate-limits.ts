import type { Context, Hono } from "hono";
import type { Account, RateLimit, RateLimitBucket, VerifyService } from "@/emulator/state/account";
import { type EmulatorEnv, isoSeconds, newSid, type World } from "@/emulator/state/world";
import { requireService, verifyOrigin } from "./services";
import { metaPage, notFound, optionalInteger, readForm, required, TwilioError, twilioResource } from "./twilio-request";

/** @see https://www.twilio.com/docs/verify/api/service-rate-limits */
const mostRateLimits = 10;
/** @see https://www.twilio.com/docs/verify/api/service-rate-limit-buckets */
const mostBuckets = 5;
const longestIntervalSeconds = 31 * 86_400;

function limitView(account: Account, limit: RateLimit): Record<string, unknown> {
  const url = `${verifyOrigin}/v2/Services/${limit.serviceSid}/RateLimits/${limit.sid}`;
  return {
    sid: limit.sid,
    service_sid: limit.serviceSid,
    account_sid: account.sid,
    unique_name: limit.uniqueName,
    description: limit.description,
    date_created: isoSeconds(limit.createdAtMs),
    date_updated: isoSeconds(limit.updatedAtMs),
    url,
    links: { buckets: `${url}/Buckets` },
  };
}

function bucketView(account: Account, limit: RateLimit, bucket: RateLimitBucket): Record<string, unknown> {
  return {
    sid: bucket.sid,
    rate_limit_sid: limit.sid,
    service_sid: limit.serviceSid,
    account_sid: account.sid,
    max: bucket.max,
    interval: bucket.intervalSeconds,
    date_created: isoSeconds(bucket.createdAtMs),
    date_updated: isoSeconds(bucket.updatedAtMs),
    url: `${verifyOrigin}/v2/Services/${limit.serviceSid}/RateLimits/${limit.sid}/Buckets/${bucket.sid}`,
  };
}

function limitsOf(account: Account, service: VerifyService): RateLimit[] {
  return [...account.rateLimits.values()].filter(({ serviceSid }) => serviceSid === service.sid);
}

function requireLimit(context: Context<EmulatorEnv>): RateLimit {
  const service = requireService(context);
  const limit = context.var.account.rateLimits.get(context.req.param("RateLimitSid") ?? "");
  if (limit?.serviceSid !== service.sid) throw notFound(context.req.path);
  return limit;
}

function requireBucket(context: Context<EmulatorEnv>): { limit: RateLimit; bucket: RateLimitBucket } {
  const limit = requireLimit(context);
  const bucket = limit.buckets.get(context.req.param("BucketSid") ?? "");
  if (bucket === undefined) throw notFound(context.req.path);
  return { limit, bucket };
}

/** Service rate limits. @see https://www.twilio.com/docs/verify/api/service-rate-limits */
export function addRateLimits(app: Hono<EmulatorEnv>, world: World): void {
  const path = "/v2/Services/:ServiceSid/RateLimits";
  twilioResource(app, path, {
    GET: (context) => {
      const { account } = context.var;
      const views = limitsOf(account, requireService(context)).map((limit) => limitView(account, limit));
      return context.json(metaPage(context, "rate_limits", views));
    },
    POST: async (context) => {
      const { account } = context.var;
      const form = await readForm(context);
      const service = requireService(context);
      const uniqueName = required(form, "UniqueName");
      if (!/^[\w.-]+$/.test(uniqueName)) throw new TwilioError(60209);
      const present = limitsOf(account, service);
      if (present.some((limit) => limit.uniqueName === uniqueName)) throw new TwilioError(60208);
      if (present.length >= mostRateLimits) throw new TwilioError(60207);
      const nowMs = world.nowMs();
      const limit: RateLimit = {
        sid: newSid(world.state, "RK"),
        serviceSid: service.sid,
        uniqueName,
        description: form.get("Description") ?? "",
        buckets: new Map(),
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      };
      account.rateLimits.set(limit.sid, limit);
      return context.json(limitView(account, limit), 201);
    },
  });
  twilioResource(app, `${path}/:RateLimitSid`, {
    GET: (context) => context.json(limitView(context.var.account, requireLimit(context))),
    POST: async (context) => {
      const form = await readForm(context);
      const limit = requireLimit(context);
      limit.description = form.get("Description") ?? limit.description;
      limit.updatedAtMs = world.nowMs();
      return context.json(limitView(context.var.account, limit));
    },
    DELETE: (context) => {
      context.var.account.rateLimits.delete(requireLimit(context).sid);
      return context.body(null, 204);
    },
  });
}

/** Buckets of a rate limit, one for each interval. @see https://www.twilio.com/docs/verify/api/service-rate-limit-buckets */
export function addBuckets(app: Hono<EmulatorEnv>, world: World): void {
  const path = "/v2/Services/:ServiceSid/RateLimits/:RateLimitSid/Buckets";
  twilioResource(app, path, {
    GET: (context) => {
      const limit = requireLimit(context);
      const views = [...limit.buckets.values()].map((bucket) => bucketView(context.var.account, limit, bucket));
      return context.json(metaPage(context, "buckets", views));
    },
    POST: async (context) => {
      const form = await readForm(context);
      const limit = requireLimit(context);
      required(form, "Max");
      required(form, "Interval");
      const max = optionalInteger(form, "Max", 1, 1_000_000) ?? 1;
      const intervalSeconds = optionalInteger(form, "Interval", 1, longestIntervalSeconds) ?? 1;
      if ([...limit.buckets.values()].some((bucket) => bucket.intervalSeconds === intervalSeconds))
        throw new TwilioError(60211);
      if (limit.buckets.size >= mostBuckets) throw new TwilioError(60210);
      const nowMs = world.nowMs();
      const bucket = { sid: newSid(world.state, "BL"), max, intervalSeconds, createdAtMs: nowMs, updatedAtMs: nowMs };
      limit.buckets.set(bucket.sid, bucket);
      return context.json(bucketView(context.var.account, limit, bucket), 201);
    },
  });
  twilioResource(app, `${path}/:BucketSid`, {
    GET: (context) => {
      const { limit, bucket } = requireBucket(context);
      return context.json(bucketView(context.var.account, limit, bucket));
    },
    POST: async (context) => {
      const form = await readForm(context);
      const { limit, bucket } = requireBucket(context);
      bucket.max = optionalInteger(form, "Max", 1, 1_000_000) ?? bucket.max;
      bucket.intervalSeconds = optionalInteger(form, "Interval", 1, longestIntervalSeconds) ?? bucket.intervalSeconds;
      bucket.updatedAtMs = world.nowMs();
      return context.json(bucketView(context.var.account, limit, bucket));
    },
    DELETE: (context) => {
      const { limit, bucket } = requireBucket(context);
      limit.buckets.delete(bucket.sid);
      return context.body(null, 204);
    },
  });
}

const windowsKept = 20_000;

/** Maps keep the order of writing, so the first window is the one that was used longest ago. */
function forgetColdest(account: Account): void {
  if (account.hits.size <= windowsKept) return;
  for (const coldest of account.hits.keys()) {
    account.hits.delete(coldest);
    return;
  }
}

/** Sliding window: 0, or ms until there is room. Refused hits do not count. */
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

/** Consumed by starts only. @see https://www.twilio.com/docs/verify/api/programmable-rate-limits */
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
