import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { readJson } from "@/emulator/control/read-json";
import { randomHex } from "@/emulator/state/random-source";
import type { EmulatorEnv, World } from "@/emulator/state/world";

/** `/emulator/accounts/:sid/sinks`: receivers of Event Streams, which Twilio sets up under another host. */
export function addSinkRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/emulator/accounts/:sid/sinks", async (context) => {
    const account = world.state.accounts.get(context.req.param("sid"));
    if (account === undefined) throw new HTTPException(404, { message: "No such account." });
    const { url } = await readJson(context, z.object({ url: z.url() }));
    const sink = { id: randomHex(world.state, 12), url };
    for (const verification of account.verifications.values()) verification.toldEvents = verification.life.length;
    account.eventSinks.set(sink.id, sink);
    return context.json(sink, 201);
  });
  app.delete("/emulator/accounts/:sid/sinks/:id", (context) => {
    world.state.accounts.get(context.req.param("sid"))?.eventSinks.delete(context.req.param("id"));
    return context.body(null, 204);
  });
}
