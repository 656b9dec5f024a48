import type { Context, MiddlewareHandler } from "hono";
import { addresseesOf } from "@/emulator/control/addressees";
import { faultResponse } from "@/emulator/control/fault-response";
import { coversAddress } from "@/emulator/sendgrid/delivery-outcome";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { FaultRule } from "@/emulator/state/fault-rule";
import { randomFraction } from "@/emulator/state/random-source";
import type { EmulatorEnv, World } from "@/emulator/state/world";

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

/** Makes the first due rule happen to a request of either vendor's API. */
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
