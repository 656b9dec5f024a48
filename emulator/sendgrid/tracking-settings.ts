import type { Hono } from "hono";
import { z } from "zod";
import type { EmulatorEnv } from "@/emulator/state/world";
import { readBody, requireScope, sendgridResource } from "./sendgrid-request";

const changeSchema = z.object({ enabled: z.boolean().optional(), enable_text: z.boolean().optional() });

/** Kept and answered, without effect here. @see https://www.twilio.com/docs/sendgrid/api-reference/settings-tracking */
export function addTrackingSettings(app: Hono<EmulatorEnv>): void {
  sendgridResource(app, "/v3/tracking_settings/click", {
    GET: (context) => {
      requireScope(context, "tracking_settings.read", "tracking_settings.click.read");
      return context.json(context.var.account.sendgrid.clickTracking);
    },
    PATCH: async (context) => {
      requireScope(context, "tracking_settings.click.update");
      const { clickTracking } = context.var.account.sendgrid;
      return context.json(Object.assign(clickTracking, await readBody(context, changeSchema)));
    },
  });
}
