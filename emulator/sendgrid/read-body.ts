import type { Context } from "hono";
import type { z } from "zod";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import type { EmulatorEnv } from "@/emulator/state/world";

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
