import type { Hono } from "hono";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { type Handlers, resource } from "@/emulator/state/resource";
import type { EmulatorEnv } from "@/emulator/state/world";

/** A SendGrid path: methods that it does not have answer 405. */
export function sendgridResource(app: Hono<EmulatorEnv>, path: string, handlers: Handlers): void {
  resource(app, path, handlers, () => {
    throw new SendgridError(405, "method not allowed");
  });
}
