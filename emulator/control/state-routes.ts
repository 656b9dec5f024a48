import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { addAccount } from "@/emulator/accounts/add-account";
import { defaultAccount } from "@/emulator/accounts/default-account";
import { readJson } from "@/emulator/control/read-json";
import { emptyState } from "@/emulator/state/emulator-state";
import { randomHex } from "@/emulator/state/random-source";
import type { EmulatorEnv, World } from "@/emulator/state/world";

const settingsSchema = z.object({
  afterMaxChecks: z.enum(["429", "404"]).optional(),
  createAfterMaxChecks: z.enum(["60202", "60203", "fresh"]).optional(),
  checkStatus: z.union([z.literal(200), z.literal(201)]).optional(),
});

const deliverySchema = z.object({
  to: z.string().min(1),
  outcome: z.enum(["delivered", "deferred", "bounced", "dropped"]),
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
