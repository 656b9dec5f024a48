import type { Hono } from "hono";
import { z } from "zod";
import { readJson } from "@/emulator/control/read-json";
import { type FaultRule, faultPresets, faultRuleSchema } from "@/emulator/state/fault-rule";
import { randomHex } from "@/emulator/state/random-source";
import type { EmulatorEnv, World } from "@/emulator/state/world";

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
