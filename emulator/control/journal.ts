import type { Hono, MiddlewareHandler } from "hono";
import type { JournalEntry } from "@/emulator/state/emulator-state";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { addresseesOf } from "./account-routes";

const entriesKept = 5_000;

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

/** A fault's body may be malformed or slow on purpose, so its rule is asked instead. */
function codeOfFailure(world: World, faultId: string): number | null {
  return world.state.faults.find(({ id }) => id === faultId)?.action.code ?? null;
}

/** Writes down every request to a vendor's API, those inside the emulator as well. */
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
      path: redactedPath(path),
      accountSid: null,
      to,
      status: 0,
      errorCode: null,
      requestId: null,
      faultId: null,
      tookMs: 0,
      userAgent: context.req.header("user-agent") ?? null,
      request: redactedBody(body, context.req.header("content-type")),
    };
    world.state.journal.push(entry);
    if (world.state.journal.length > entriesKept) world.state.journal.splice(0, entriesKept / 10);
    await next();
    entry.status = context.res.status;
    entry.accountSid = context.var.account?.sid ?? null;
    entry.faultId = context.var.faultId ?? null;
    entry.errorCode = entry.faultId === null ? await errorCodeOf(context.res) : codeOfFailure(world, entry.faultId);
    const { headers } = context.res;
    entry.requestId = headers.get("twilio-request-id") ?? headers.get("request-id") ?? headers.get("x-message-id");
    entry.tookMs = Math.round(performance.now() - startedMs);
    world.mailroom.announceChange();
  };
}

const hidden = "[redacted]";
const secretNames =
  /^(code|customcode|twilio_code|twilio_message|value|subject|content)$|secret|token$|password|api_?key/i;
const secretPaths = /^(\/v3\/verified_senders\/verify\/).+/;

function redacted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => redacted(item, name));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, key)]));
  return secretNames.test(name) ? hidden : value;
}

/** A path for the journal: the token that verifies a sender is part of its address. */
function redactedPath(path: string): string {
  return path.replace(secretPaths, `$1${hidden}`);
}

/** Without codes, keys and mail texts. */
function redactedBody(body: string, contentType: string | undefined): unknown {
  if (body === "") return null;
  if (contentType?.includes("json")) {
    try {
      return redacted(JSON.parse(body), "");
    } catch {
      return "[not JSON]";
    }
  }
  return redacted(Object.fromEntries(new URLSearchParams(body)), "");
}

/** `/emulator/journal`: what clients asked, oldest first; narrowed by `to` or by a path's beginning. */
export function addJournalRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.get("/emulator/journal", (context) => {
    const to = context.req.query("to")?.toLowerCase();
    const path = context.req.query("path") ?? "";
    const entries = world.state.journal.filter(
      (entry) =>
        entry.path.startsWith(path) && (to === undefined || entry.to.some((address) => address.toLowerCase() === to)),
    );
    return context.json(entries);
  });
  app.delete("/emulator/journal", (context) => {
    world.state.journal = [];
    return context.body(null, 204);
  });
}
