import type { Hono } from "hono";
import { type Handlers, resource } from "@/emulator/resource";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import type { EmulatorEnv } from "@/emulator/world";

/** A SendGrid path: methods that it does not have answer 405. */
export function sendgridResource(app: Hono<EmulatorEnv>, path: string, handlers: Handlers): void {
  resource(app, path, handlers, () => {
    throw new SendgridError(405, "method not allowed");
  });
}
