import { timingSafeEqual } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Account } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { isEmail, isPhone } from "@/emulator/state/mailroom";
import type { VerifyChannel } from "@/emulator/state/verification";
import { type EmulatorEnv, type Handlers, resource, type World } from "@/emulator/state/world";
import { invalidParameter, TwilioError } from "./twilio-error";

function isSame(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

type Credentials = { account: Account; isMainKey: boolean };

function readCredentials(state: EmulatorState, header: string | undefined): Credentials | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [user = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const secret = rest.join(":");
  const own = state.accounts.get(user);
  if (own !== undefined) return isSame(secret, own.authToken) ? { account: own, isMainKey: true } : undefined;
  for (const account of state.accounts.values()) {
    const key = account.apiKeys.get(user);
    if (key !== undefined) return isSame(secret, key.secret) ? { account, isMainKey: key.isMain } : undefined;
  }
  return undefined;
}

/** Basic auth, else 401 with 20003. @see https://www.twilio.com/docs/usage/requests-to-twilio */
export function authenticateTwilio(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const credentials = readCredentials(world.state, context.req.header("authorization"));
    if (credentials === undefined)
      throw new TwilioError(20003, { headers: { "WWW-Authenticate": 'Basic realm="Twilio API"' } });
    context.set("account", credentials.account);
    context.set("isMainKey", credentials.isMainKey);
    await next();
  };
}

/** A Verify path: methods that it does not have answer 405 with code 20004. */
export function twilioResource(app: Hono<EmulatorEnv>, path: string, handlers: Handlers): void {
  resource(app, path, handlers, () => {
    throw new TwilioError(20004);
  });
}

/** Refuses an address which the channel cannot reach with 60200 "Invalid parameter: To". */
export function requireReachable(to: string, channel: VerifyChannel): void {
  const isReachable = channel === "email" ? isEmail(to) : isPhone(to);
  if (!isReachable) throw invalidParameter("To");
}

/** What makes two addresses the same to Verify. Assumed: an email's case does not count. */
export function subjectKey(serviceSid: string, to: string): string {
  return `${serviceSid} ${to.toLowerCase()}`;
}

function pageParameter(context: Context<EmulatorEnv>, name: string, fallback: number, most: number): number {
  const text = context.req.query(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw invalidParameter(name);
  return Math.min(value, most);
}

/** A `meta` list. Links keep the request's host, as the SDK follows them. @see
 * https://www.twilio.com/docs/usage/twilios-response#pagination */
export function metaPage(context: Context<EmulatorEnv>, key: string, items: unknown[]): Record<string, unknown> {
  const size = Math.max(1, pageParameter(context, "PageSize", 50, 1000));
  const page = pageParameter(context, "Page", 0, Number.MAX_SAFE_INTEGER);
  const requested = new URL(context.req.url);
  const link = (index: number) => {
    const query = new URLSearchParams(requested.searchParams);
    query.set("PageSize", String(size));
    query.set("Page", String(index));
    if (index > 0) query.set("PageToken", `PT${index}`);
    else query.delete("PageToken");
    return `${requested.origin}${requested.pathname}?${query}`;
  };
  const hasNext = (page + 1) * size < items.length;
  return {
    meta: {
      page,
      page_size: size,
      first_page_url: link(0),
      previous_page_url: page > 0 ? link(page - 1) : null,
      next_page_url: hasNext ? link(page + 1) : null,
      key,
      url: link(page),
    },
    [key]: items.slice(page * size, (page + 1) * size),
  };
}

export type Form = URLSearchParams;

/** Twilio's request bodies are URL-encoded forms, some fields of which hold JSON. */
export async function readForm(context: Context<EmulatorEnv>): Promise<Form> {
  return new URLSearchParams(await context.req.text());
}

/** The field's text, or 60200 with its name. */
export function required(form: Form, name: string): string {
  const value = form.get(name);
  if (value === null || value === "") throw invalidParameter(name);
  return value;
}

/** The field's JSON object, an empty one if the field is absent, or 60200 with its name. */
export function jsonObject(form: Form, name: string): Record<string, unknown> {
  const value = parseJson(form, name);
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidParameter(name);
  return value as Record<string, unknown>;
}

/** The field's JSON array, or undefined if the field is absent. */
export function jsonArray(form: Form, name: string, refuse = () => invalidParameter(name)): unknown[] | undefined {
  const value = parseJson(form, name, refuse);
  if (value === undefined || Array.isArray(value)) return value;
  throw refuse();
}

function parseJson(form: Form, name: string, refuse = () => invalidParameter(name)): unknown {
  const text = form.get(name);
  if (text === null || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}

/** "true" and "false" as the SDK writes them; undefined if absent. */
export function optionalBoolean(form: Form, name: string): boolean | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  if (!/^(true|false)$/i.test(text)) throw invalidParameter(name);
  return text.toLowerCase() === "true";
}

/** A whole number within bounds; undefined if absent. */
export function optionalInteger(form: Form, name: string, least: number, most: number): number | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw invalidParameter(name);
  return value;
}
