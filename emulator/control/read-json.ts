import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { EmulatorEnv } from "@/emulator/state/world";

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
