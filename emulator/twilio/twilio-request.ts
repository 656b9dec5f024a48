import { timingSafeEqual } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Account } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { isEmail, isPhone } from "@/emulator/state/mailroom";
import type { VerifyChannel } from "@/emulator/state/verification";
import { type EmulatorEnv, type Handlers, resource, type World } from "@/emulator/state/world";

/** Statuses of 60216, 60253, 60408 and 60410 are assumed. @see https://www.twilio.com/docs/verify/api/error-codes */
export const twilioErrors = {
  20001: { status: 400, message: "Invalid parameter" },
  20003: { status: 401, message: "Authenticate" },
  20004: { status: 405, message: "Method not allowed" },
  20404: { status: 404, message: "The requested resource was not found" },
  20429: { status: 429, message: "Too many requests" },
  20500: { status: 500, message: "An internal server error has occurred" },
  20503: { status: 503, message: "Service is unavailable. Please try again" },
  60200: { status: 400, message: "Invalid parameter" },
  60202: { status: 429, message: "Max check attempts reached" },
  60203: { status: 429, message: "Max send attempts reached" },
  60204: { status: 403, message: "Service does not support this feature" },
  60205: { status: 403, message: "SMS is not supported by landline phone number" },
  60206: { status: 400, message: "'Amount' & 'Payee' params are required" },
  60207: { status: 400, message: "Max rate limits per service reached" },
  60208: { status: 400, message: "Rate limit with the provided UniqueName already exists" },
  60209: { status: 400, message: "Invalid UniqueName: only letters, digits, '-', '_' and '.'" },
  60210: { status: 400, message: "Max buckets per rate limit reached" },
  60211: { status: 400, message: "Bucket with the provided Interval already exists" },
  60212: { status: 429, message: "Too many concurrent requests for phone number" },
  60215: { status: 400, message: "Max number of mailers per account reached" },
  60216: { status: 400, message: "Error while encrypting or decrypting the SendGrid API key" },
  60217: { status: 400, message: "Invalid Service configuration" },
  60218: { status: 400, message: "SendGrid Template is not active" },
  60219: { status: 400, message: "SendGrid Template must contain twilio_code or twilio_message" },
  60221: { status: 400, message: "No target verification specified" },
  60222: { status: 403, message: "SendGrid from address does not match a verified Sender Identity" },
  60223: { status: 400, message: "Delivery channel disabled" },
  60251: { status: 400, message: "Invalid Templates parameter" },
  60252: { status: 400, message: "Invalid substitutions in the Templates parameter" },
  60253: { status: 400, message: "Email settings are incomplete: give all of them or none" },
  60408: { status: 400, message: "TemplateSid is not supported by this channel" },
  60410: {
    status: 403,
    message: "The destination phone number has been temporarily blocked by Twilio due to fraudulent activities",
  },
  60603: { status: 401, message: "SendGrid maximum credits exceeded" },
  60604: { status: 401, message: "SendGrid authenticated user is not authorized to send mail" },
  60605: { status: 403, message: "The destination country is blocked by Geo Permissions" },
} as const;

type TwilioErrorCode = keyof typeof twilioErrors;

/** True for the codes this emulator knows how to answer. */
export function isTwilioErrorCode(code: number): code is TwilioErrorCode {
  return code in twilioErrors;
}

/** A refusal in Twilio's own form. Thrown by the handlers, answered in one place. */
export class TwilioError extends Error {
  readonly status: number;

  constructor(
    readonly code: TwilioErrorCode,
    detail?: { message?: string; headers?: Record<string, string> },
  ) {
    super(detail?.message ?? twilioErrors[code].message);
    this.status = twilioErrors[code].status;
    this.headers = detail?.headers ?? {};
  }

  readonly headers: Record<string, string>;
}

/** 60200 names the parameter. @see https://www.twilio.com/docs/api/errors/60200 */
export function invalidParameter(name: string): TwilioError {
  return new TwilioError(60200, { message: `Invalid parameter: ${name}` });
}

/** 20404 names the path below the version. */
export function notFound(path: string): TwilioError {
  return new TwilioError(20404, {
    message: `The requested resource ${path.replace(/^\/(?:v2|2010-04-01)/, "")} was not found`,
  });
}

/** The four fields every Twilio error has; `status` repeats the HTTP status. */
export function twilioErrorBody(code: number, message: string, status: number) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

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
