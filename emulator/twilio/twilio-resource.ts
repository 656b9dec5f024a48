import type { Hono } from "hono";
import { type Handlers, resource } from "@/emulator/state/resource";
import type { EmulatorEnv } from "@/emulator/state/world";
import { TwilioError } from "@/emulator/twilio/twilio-error";

/** A Verify path: methods that it does not have answer 405 with code 20004. */
export function twilioResource(app: Hono<EmulatorEnv>, path: string, handlers: Handlers): void {
  resource(app, path, handlers, () => {
    throw new TwilioError(20004);
  });
}
