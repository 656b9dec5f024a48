import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Account } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { TwilioError } from "@/emulator/twilio/twilio-error";

function isSame(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

function accountOfBasic(state: EmulatorState, header: string | undefined): Account | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [user = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const secret = rest.join(":");
  const own = state.accounts.get(user);
  if (own !== undefined) return isSame(secret, own.authToken) ? own : undefined;
  for (const account of state.accounts.values()) {
    const expected = account.apiKeys.get(user);
    if (expected !== undefined) return isSame(secret, expected) ? account : undefined;
  }
  return undefined;
}

/**
 * HTTP Basic with account sid and auth token, or API key sid and secret; anything else is 401 with code 20003.
 * @see https://www.twilio.com/docs/usage/requests-to-twilio
 */
export function authenticateTwilio(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const account = accountOfBasic(world.state, context.req.header("authorization"));
    if (account === undefined)
      throw new TwilioError(20003, { headers: { "WWW-Authenticate": 'Basic realm="Twilio API"' } });
    context.set("account", account);
    await next();
  };
}
