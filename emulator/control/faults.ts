import type { Context, Hono, MiddlewareHandler } from "hono";
import { z } from "zod";
import { coversAddress } from "@/emulator/sendgrid/delivery-events";
import { sendgridErrorBody } from "@/emulator/sendgrid/sendgrid-request";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { type FaultRule, faultPresets, faultRuleSchema } from "@/emulator/state/fault-rule";
import { type EmulatorEnv, randomFraction, randomHex, type World } from "@/emulator/state/world";
import { stripeErrorBody } from "@/emulator/stripe/stripe-request";
import { isTwilioErrorCode, twilioErrorBody, twilioErrors } from "@/emulator/twilio/twilio-request";
import { addresseesOf } from "./account-routes";
import { readJson } from "./control-request";

const presetSchema = z.object({
  preset: z.enum(Object.keys(faultPresets) as [keyof typeof faultPresets]),
  to: z.string().optional(),
  times: z.number().int().min(1).optional(),
});

const orderSchema = z.union([
  presetSchema.transform(({ preset, to, times }) => {
    const rule = faultRuleSchema.parse(faultPresets[preset]);
    return { ...rule, match: { ...rule.match, to, times }, preset };
  }),
  faultRuleSchema.transform((rule) => ({ ...rule, preset: null })),
]);

/** `/emulator/faults`: add, list and remove rules that make requests fail. */
export function addFaultRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.get("/emulator/faults", (context) => context.json(world.state.faults));
  app.get("/emulator/faults/presets", (context) => context.json(faultPresets));
  app.post("/emulator/faults", async (context) => {
    const order = await readJson(context, orderSchema);
    const rule: FaultRule = { ...order, id: randomHex(world.state, 8), seen: 0, fired: 0 };
    world.state.faults.push(rule);
    world.mailroom.announceChange();
    return context.json(rule, 201);
  });
  app.delete("/emulator/faults/:id", (context) => {
    world.state.faults = world.state.faults.filter(({ id }) => id !== context.req.param("id"));
    world.mailroom.announceChange();
    return context.body(null, 204);
  });
  app.delete("/emulator/faults", (context) => {
    const to = context.req.query("to");
    world.state.faults = to === undefined ? [] : world.state.faults.filter(({ match }) => match.to !== to);
    world.mailroom.announceChange();
    return context.body(null, 204);
  });
}

type Request = { method: string; path: string; addressees: string[] };

function matches(rule: FaultRule, request: Request): boolean {
  const { method, path, to } = rule.match;
  if (method !== undefined && method !== request.method) return false;
  if (path !== undefined && !new RegExp(path).test(request.path)) return false;
  return to === undefined || request.addressees.some((address) => coversAddress(to, address));
}

function isDue(state: EmulatorState, rule: FaultRule): boolean {
  rule.seen += 1;
  const { nth = 1, times = Number.POSITIVE_INFINITY, probability = 1 } = rule.match;
  if (rule.seen < nth || rule.fired >= times) return false;
  if (probability < 1 && randomFraction(state) >= probability) return false;
  rule.fired += 1;
  return true;
}

/** Ends the connection without an answer. A request inside the emulator has no connection; it fails instead. */
function cutConnection(context: Context<EmulatorEnv>): Response {
  const socket = context.env?.incoming?.socket;
  if (socket === undefined) return new Response(null, { status: 599 });
  socket.destroy();
  return new Response(null, { status: 599 });
}

/** Makes the first due rule happen to a request of a vendor's API. */
export function injectFaults(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    if (world.state.faults.length === 0) return next();
    const { method, path } = context.req;
    const addressees = addresseesOf(world.state, path, await context.req.text());
    const rule = world.state.faults.find(
      (candidate) => matches(candidate, { method, path, addressees }) && isDue(world.state, candidate),
    );
    if (rule === undefined) return next();
    context.set("faultId", rule.id);
    const { delayMs, drop } = rule.action;
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (drop === "before") return cutConnection(context);
    const answer = faultResponse(rule, path);
    if (answer !== undefined) return answer;
    await next();
    if (drop === "after") context.res = cutConnection(context);
  };
}

const json = { "content-type": "application/json" };
const chunkEveryMs = 250;

function slowBody(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, chunkEveryMs));
      if (sent >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(sent, ++sent));
    },
  });
}

/** The answer a rule gives in place of the real one; undefined if it only delays or cuts. */
function faultResponse(rule: FaultRule, path: string): Response | undefined {
  const { code, body = "json", headers } = rule.action;
  const known = code !== undefined && isTwilioErrorCode(code) ? twilioErrors[code] : undefined;
  if (rule.action.status === undefined && code === undefined && rule.action.body === undefined) return undefined;
  const status = rule.action.status ?? known?.status ?? 500;
  const message = rule.action.message ?? known?.message ?? "Service is unavailable. Please try again";
  const twilioCode = code ?? (status === 429 ? 20429 : status >= 500 ? 20500 : 20001);
  const text = JSON.stringify(
    path.startsWith("/v3/")
      ? sendgridErrorBody({ message, field: null, help: null })
      : path.startsWith("/v1/")
        ? stripeErrorBody({ type: status >= 500 ? "api_error" : "invalid_request_error", message })
        : twilioErrorBody(twilioCode, message, status),
  );
  switch (body) {
    case "html":
      return new Response("<html><body><h1>503 Service Unavailable</h1></body></html>", {
        status,
        headers: { "content-type": "text/html", ...headers },
      });
    case "empty":
      return new Response(null, { status, headers });
    case "malformed-json":
      return new Response(text.slice(0, -2), { status, headers: { ...json, ...headers } });
    case "problem":
      return Response.json(
        { type: "https://www.twilio.com/docs/api/errors", title: message, status, code: twilioCode },
        { status, headers: { "content-type": "application/problem+json", ...headers } },
      );
    case "slow":
      return new Response(slowBody(text), { status, headers: { ...json, ...headers } });
    case "json":
      return new Response(text, { status, headers: { ...json, ...headers } });
  }
}
