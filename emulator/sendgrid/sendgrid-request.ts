import type { Context, Hono, MiddlewareHandler } from "hono";
import type { z } from "zod";
import { type EmulatorEnv, findSendgridByKey, type Handlers, resource, type World } from "@/emulator/state/world";

function bearerKey(context: Context<EmulatorEnv>): string {
  return /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
}

/** An API key as Bearer token. @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/authentication */
export function authenticateSendgrid(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const account = findSendgridByKey(world.state, bearerKey(context));
    if (account === undefined)
      throw new SendgridError(401, "The provided authorization grant is invalid, expired, or revoked");
    context.set("account", account);
    await next();
  };
}

/** The scopes of the key that asks. */
export function scopesOf(context: Context<EmulatorEnv>): string[] {
  return context.var.account.sendgrid.keys.find(({ key }) => key === bearerKey(context))?.scopes ?? [];
}

/** Refuses a key that has not one of these scopes as SendGrid does: 403 "access forbidden". */
export function requireScope(context: Context<EmulatorEnv>, ...scopes: string[]): void {
  const given = scopesOf(context);
  if (!scopes.some((scope) => given.includes(scope))) throw new SendgridError(403, "access forbidden");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SendgridError(400, "Bad Request");
  }
}

/** A JSON body of the expected shape, or 400 with the name of the first field that is wrong. */
export async function readBody<Schema extends z.ZodType>(
  context: Context<EmulatorEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson((await context.req.text()) || "{}"));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const expected = issue?.code === "invalid_type" ? issue.expected : "valid value";
  throw new SendgridError(400, `Invalid type. Expected: ${expected}.`, issue?.path.join(".") || null);
}

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

type SendgridProblem = { message: string; field: string | null; help: string | null };

/** A refusal in SendGrid's own form. @see https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses */
export class SendgridError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field: string | null = null,
    readonly help: string | null = null,
  ) {
    super(message);
  }
}

/** The body of every SendGrid error. */
export function sendgridErrorBody(...problems: SendgridProblem[]): { errors: SendgridProblem[] } {
  return { errors: problems };
}

/** A SendGrid path: methods that it does not have answer 405. */
export function sendgridResource(app: Hono<EmulatorEnv>, path: string, handlers: Handlers): void {
  resource(app, path, handlers, () => {
    throw new SendgridError(405, "method not allowed");
  });
}
