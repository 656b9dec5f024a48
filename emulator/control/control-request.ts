import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { EmulatorEnv } from "@/emulator/state/world";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || host === "::1";
}

/** Web pages could reach the loopback socket by DNS rebinding or forms, and read the inbox. */
export function allowLoopbackOnly(): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const { hostname, host } = new URL(context.req.url);
    if (!isLoopback(hostname)) return context.text("The emulator answers on loopback names only.", 403);
    const origin = context.req.header("origin");
    const isForeign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
    if (isForeign) return context.text("The emulator answers no other web page.", 403);
    await next();
  };
}

/** The body of a control request, an absent one as `{}`; a wrong one is answered with 400 and the reason. */
export async function readJson<Schema extends z.ZodType>(
  context: Context<EmulatorEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text || "{}");
  } catch {
    throw new HTTPException(400, { message: "The body is not JSON." });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
  return parsed.data;
}
