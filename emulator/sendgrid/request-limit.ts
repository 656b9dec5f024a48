import type { MiddlewareHandler } from "hono";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import type { EmulatorEnv, World } from "@/emulator/state/world";

const windowMs = 60_000;

/**
 * Counts requests per minute and says so on every answer; beyond the account's limit 429.
 * @see https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits
 */
export function limitSendgridRequests(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const { requests } = context.var.account.sendgrid;
    const nowMs = world.nowMs();
    if (nowMs >= requests.windowStartMs + windowMs || nowMs < requests.windowStartMs)
      Object.assign(requests, { windowStartMs: nowMs, count: 0 });
    requests.count += 1;
    const tell = (name: string, value: number) => context.header(`X-RateLimit-${name}`, String(value));
    tell("Limit", requests.perMinute);
    tell("Remaining", Math.max(0, requests.perMinute - requests.count));
    tell("Reset", Math.ceil((requests.windowStartMs + windowMs) / 1000));
    if (requests.count > requests.perMinute) throw new SendgridError(429, "too many requests");
    await next();
  };
}
