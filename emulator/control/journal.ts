import type { MiddlewareHandler } from "hono";
import { addresseesOf } from "@/emulator/control/addressees";
import { redactedBody } from "@/emulator/control/redact";
import type { EmulatorEnv, World } from "@/emulator/world";

const entriesKept = 5_000;

/** One request of a client and how it ended. Codes and keys are never in it. */
export type JournalEntry = {
  id: number;
  at: string;
  method: string;
  path: string;
  to: string[];
  status: number;
  errorCode: number | null;
  faultId: string | null;
  tookMs: number;
  userAgent: string | null;
  request: unknown;
};

async function errorCodeOf(response: Response): Promise<number | null> {
  if (response.status < 400 || !response.headers.get("content-type")?.includes("json")) return null;
  try {
    const body: unknown = await response.clone().json();
    const hasCode = typeof body === "object" && body !== null && "code" in body && typeof body.code === "number";
    return hasCode ? Number(body.code) : null;
  } catch {
    return null;
  }
}

/** Writes down every request to either vendor's API, those inside the emulator as well. */
export function keepJournal(world: World): MiddlewareHandler<EmulatorEnv> {
  let lastId = 0;
  return async (context, next) => {
    const startedMs = performance.now();
    const { method, path } = context.req;
    const body = await context.req.text();
    const to = addresseesOf(world.state, path, body);
    const entry: JournalEntry = {
      id: ++lastId,
      at: new Date(world.nowMs()).toISOString(),
      method,
      path,
      to,
      status: 0,
      errorCode: null,
      faultId: null,
      tookMs: 0,
      userAgent: context.req.header("user-agent") ?? null,
      request: redactedBody(body, context.req.header("content-type")),
    };
    world.state.journal.push(entry);
    if (world.state.journal.length > entriesKept) world.state.journal.splice(0, entriesKept / 10);
    await next();
    entry.status = context.res.status;
    entry.faultId = context.var.faultId ?? null;
    if (entry.faultId === null) entry.errorCode = await errorCodeOf(context.res);
    entry.tookMs = Math.round(performance.now() - startedMs);
  };
}
