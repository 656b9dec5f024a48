import type { Hono } from "hono";
import type { EmulatorEnv, World } from "@/emulator/world";

/** The inbox page. */
export function addInboxPage(app: Hono<EmulatorEnv>, world: World): void {
  app.get("/", (context) => context.text(`${world.state.messages.length} messages`));
}
