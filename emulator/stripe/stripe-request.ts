import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { EmulatorEnv, World } from "@/emulator/state/world";

type StripeProblem = {
  type: "invalid_request_error" | "idempotency_error" | "api_error";
  message: string;
  code?: string;
  param?: string;
};

/** A refusal in Stripe's own form. @see https://docs.stripe.com/api/errors */
export class StripeError extends Error {
  readonly problem: StripeProblem;
  constructor(
    readonly status: number,
    message: string,
    more: Partial<StripeProblem> = {},
  ) {
    super(message);
    this.problem = { type: "invalid_request_error", message, ...more };
  }
}

/** The body of every Stripe error. */
export function stripeErrorBody(problem: StripeProblem): { error: StripeProblem } {
  return { error: problem };
}

/** A secret key as Bearer token, or as the user of Basic. @see https://docs.stripe.com/api/authentication */
export function authenticateStripe(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const [scheme = "", given = ""] = (context.req.header("authorization") ?? "").split(" ");
    const key = /^basic$/i.test(scheme) ? Buffer.from(given, "base64").toString().split(":")[0] : given;
    const account = [...world.state.accounts.values()].find(({ stripe }) => stripe.secretKey === key);
    if (account === undefined) throw new StripeError(401, "Invalid API Key provided.");
    context.set("account", account);
    await next();
  };
}

/** "At least 24 hours". @see https://docs.stripe.com/api/idempotent_requests */
const answersKeptMs = 24 * 3_600_000;

/** A second POST with the same key gets the first one's answer. Refusals by validation are not kept. */
export function repeatAnswers(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const key = context.req.header("idempotency-key");
    if (key === undefined || context.req.method !== "POST") return next();
    const { answers } = context.var.account.stripe;
    const asked = `${context.req.path} ${await context.req.text()}`;
    const request = createHash("sha256").update(asked).digest("hex");
    const earlier = answers.get(key);
    if (earlier !== undefined && world.nowMs() - earlier.atMs < answersKeptMs) {
      if (earlier.request !== request)
        throw new StripeError(
          400,
          "Keys for idempotent requests can only be used with the same parameters they were first used with.",
          { type: "idempotency_error" },
        );
      return context.json(earlier.body as object, 200, { "Idempotent-Replayed": "true" });
    }
    await next();
    if (context.res.ok) answers.set(key, { atMs: world.nowMs(), request, body: await context.res.clone().json() });
  };
}

/** Stripe's form of nested values: `line_items[0][price_data][currency]=eur`. */
function nest(body: string): unknown {
  const root: Record<string, unknown> = Object.create(null);
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.split(/\[|\]\[|\]$/).filter((name, index) => index === 0 || name !== "");
    let inner = root;
    for (const name of names.slice(0, -1)) {
      inner[name] ??= Object.create(null);
      inner = inner[name] as Record<string, unknown>;
    }
    inner[names.at(-1) ?? ""] = value;
  }
  return withLists(root);
}

function withLists(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A form of the expected shape, or 400 with the name of the first parameter that is wrong. */
export async function readForm<Schema extends z.ZodType>(
  context: Context<EmulatorEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(nest(await context.req.text()));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const names = [...(issue?.path ?? []), ...(issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])];
  const param = names.map((name, index) => (index === 0 ? String(name) : `[${String(name)}]`)).join("");
  if (issue?.code === "unrecognized_keys")
    throw new StripeError(400, `Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
  throw new StripeError(400, `Invalid ${param}: ${issue?.message}`, { param });
}
