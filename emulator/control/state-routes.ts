import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { addAccount, defaultAccount } from "@/emulator/accounts/add-account";
import { type EmulatorState, emptyState } from "@/emulator/state/emulator-state";
import { deliveryOutcomes } from "@/emulator/state/mailroom";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { readJson } from "./control-request";

const settingsSchema = z.object({
  afterMaxChecks: z.enum(["429", "404"]).optional(),
  createAfterMaxChecks: z.enum(["60202", "60203", "fresh"]).optional(),
  checkStatus: z.union([z.literal(200), z.literal(201)]).optional(),
});

const deliverySchema = z.object({
  to: z.string().min(1),
  outcome: z.enum(deliveryOutcomes),
});

/** `/emulator/snapshots`, `/emulator/reset`, `/emulator/settings`, `/emulator/delivery-rules`: the state as a whole. */
export function addStateRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/emulator/snapshots", (context) => {
    const id = randomHex(world.state, 8);
    world.snapshots.set(id, structuredClone(world.state));
    return context.json({ id }, 201);
  });
  app.post("/emulator/snapshots/:id/restore", (context) => {
    const snapshot = world.snapshots.get(context.req.param("id"));
    if (snapshot === undefined) throw new HTTPException(404, { message: "No such snapshot." });
    world.state = structuredClone(snapshot);
    world.mailroom.announceChange();
    return context.body(null, 204);
  });
  app.delete("/emulator/snapshots/:id", (context) => {
    world.snapshots.delete(context.req.param("id"));
    return context.body(null, 204);
  });
  app.post("/emulator/reset", async (context) => {
    const { seed } = await readJson(context, z.object({ seed: z.number().int().optional() }));
    world.state = emptyState(seed ?? null);
    addAccount(world.state, defaultAccount, world.nowMs());
    world.mailroom.announceChange();
    return context.body(null, 204);
  });
  app.get("/emulator/settings", (context) => context.json(world.state.settings));
  app.patch("/emulator/settings", async (context) => {
    Object.assign(world.state.settings, await readJson(context, settingsSchema));
    return context.json(world.state.settings);
  });
  app.get("/emulator/delivery-rules", (context) => context.json(world.state.deliveryRules));
  app.post("/emulator/delivery-rules", async (context) => {
    const rule = { id: randomHex(world.state, 8), ...(await readJson(context, deliverySchema)) };
    world.state.deliveryRules.push(rule);
    return context.json(rule, 201);
  });
  app.delete("/emulator/delivery-rules/:id", (context) => {
    world.state.deliveryRules = world.state.deliveryRules.filter(({ id }) => id !== context.req.param("id"));
    return context.body(null, 204);
  });
}

const advanceSchema = z.object({ ms: z.number().int(), to: z.string().optional() });
const freezeSchema = z.object({ at: z.iso.datetime().optional() });

/** `/emulator/clock`: read, move, stop. With `to`, time passes for that address alone and parallel tests see nothing. */
export function addClockRoutes(app: Hono<EmulatorEnv>, world: World): void {
  const reading = () => ({
    now: new Date(world.nowMs()).toISOString(),
    offsetMs: world.state.clock.offsetMs,
    isFrozen: world.state.clock.frozenAtMs !== null,
  });
  app.get("/emulator/clock", (context) => context.json(reading()));
  app.post("/emulator/clock/advance", async (context) => {
    const { ms, to } = await readJson(context, advanceSchema);
    const { clock } = world.state;
    if (to !== undefined) ageAddress(world.state, to, ms);
    else if (clock.frozenAtMs !== null) clock.frozenAtMs += ms;
    else clock.offsetMs += ms;
    world.mailroom.announceChange();
    return context.json(reading());
  });
  app.post("/emulator/clock/freeze", async (context) => {
    const { at } = await readJson(context, freezeSchema);
    world.state.clock.frozenAtMs = at === undefined ? world.nowMs() : Date.parse(at);
    world.mailroom.announceChange();
    return context.json(reading());
  });
  app.post("/emulator/clock/resume", (context) => {
    const nowMs = world.nowMs();
    world.state.clock = { offsetMs: nowMs - Date.now(), frozenAtMs: null };
    world.mailroom.announceChange();
    return context.json(reading());
  });
  app.delete("/emulator/clock", (context) => {
    world.state.clock = { offsetMs: 0, frozenAtMs: null };
    world.mailroom.announceChange();
    return context.json(reading());
  });
}

/** Makes everything that the vendors know of one address older, as if time had passed for it alone. */
function ageAddress(state: EmulatorState, to: string, ms: number): void {
  const address = to.toLowerCase();
  for (const account of state.accounts.values()) {
    for (const session of account.stripe.sessions.values())
      if (session.customer_email?.toLowerCase() === address) session.expires_at -= Math.floor(ms / 1000);
    for (const verification of account.verifications.values()) {
      if (verification.to.toLowerCase() !== address) continue;
      verification.createdAtMs -= ms;
      verification.updatedAtMs -= ms;
      verification.expiresAtMs -= ms;
      for (const send of verification.sends) send.atMs -= ms;
      for (const event of verification.life) event.atMs -= ms;
    }
  }
}
