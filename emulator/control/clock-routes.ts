import type { Hono } from "hono";
import { z } from "zod";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { readJson } from "./read-json";

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

/** Makes everything that Verify knows of one address older, as if time had passed for it alone. */
function ageAddress(state: EmulatorState, to: string, ms: number): void {
  const address = to.toLowerCase();
  for (const account of state.accounts.values())
    for (const verification of account.verifications.values()) {
      if (verification.to.toLowerCase() !== address) continue;
      verification.createdAtMs -= ms;
      verification.updatedAtMs -= ms;
      verification.expiresAtMs -= ms;
      for (const send of verification.sends) send.atMs -= ms;
      for (const event of verification.life) event.atMs -= ms;
    }
}
