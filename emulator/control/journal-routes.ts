import type { Hono } from "hono";
import type { EmulatorEnv, World } from "@/emulator/state/world";

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
