import { type LookupAddress, lookup } from "node:dns";
import { Agent as PlainAgent, request as requestPlain } from "node:http";
import { Agent, request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type Env, env } from "@/lib/env";
import { isPublicAddress, withoutBrackets } from "@/lib/hosts";
import { describeError } from "@/lib/log";
import { signMessage, type WebhookMessage } from "./webhook-message";

const timeoutMs = 10_000;

/** `mayReach` judges the address that is connected to. */
export type EventTarget = { url: string; secrets: string[]; mayReach: (address: string) => boolean };

export function eventTarget(settings: Env = env()): EventTarget | null {
  const { EVENTS_WEBHOOK_URL: url, EVENTS_WEBHOOK_SECRET: secrets, ALLOW_PROVIDER_EMULATOR } = settings;
  if (url === undefined || secrets === undefined) return null;
  // lib/env.ts refuses the emulator to a shop that others can reach.
  return { url, secrets, mayReach: ALLOW_PROVIDER_EMULATOR === "true" ? () => true : isPublicAddress };
}

/** Posts one message, signed. Null if the receiver answered 2xx in time, else a reason without addresses. Follows no
 * redirect, reads no answer, connects to no address that `mayReach` refuses. Never throws. */
export async function postMessage(target: EventTarget, message: WebhookMessage): Promise<string | null> {
  try {
    const status = await post(target, message);
    return status >= 200 && status <= 299 ? null : `STATUS_${status}`;
  } catch (error) {
    const { error: name, code } = describeError(error);
    return String(code ?? name);
  }
}

function post({ url, secrets, mayReach }: EventTarget, message: WebhookMessage): Promise<number> {
  return new Promise((resolve, reject) => {
    const literal = withoutBrackets(new URL(url).hostname);
    if (isIP(literal) !== 0 && !mayReach(literal)) return reject(new AddressRefused());
    const isPlain = url.startsWith("http:");
    const sent = (isPlain ? requestPlain : request)(url, {
      method: "POST",
      agent: isPlain ? agents.plain : agents.secure,
      lookup: lookupAmong(mayReach),
      headers: {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(message.body),
        "User-Agent": "shop-events",
        ...signMessage(message, secrets),
      },
    });
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
      sent.destroy();
    };
    const timer = setTimeout(() => fail(Object.assign(new Error("Too late."), { code: "TIMEOUT" })), timeoutMs);
    sent.on("error", fail);
    sent.on("response", (response) => {
      response.on("error", fail);
      response.on("end", () => {
        clearTimeout(timer);
        resolve(response.statusCode ?? 0);
      });
      response.resume();
    });
    sent.end(message.body);
  });
}

/** Every connection in them has passed `mayReach`. */
const agents = { secure: new Agent({ keepAlive: true }), plain: new PlainAgent({ keepAlive: true }) };

/** The connection goes to what is judged here. */
function lookupAmong(mayReach: EventTarget["mayReach"]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const allowed: LookupAddress[] = error ? [] : addresses.filter(({ address }) => mayReach(address));
      const [first] = allowed;
      if (error || first === undefined) return callback(error ?? new AddressRefused(), "", 0);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

class AddressRefused extends Error {
  override name = "AddressRefused";
  code = "ADDRESS_NOT_PUBLIC";
}
