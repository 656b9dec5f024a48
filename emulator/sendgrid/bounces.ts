import type { Hono } from "hono";
import { requireScope } from "@/emulator/sendgrid/authenticate";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { sendgridResource } from "@/emulator/sendgrid/sendgrid-resource";
import type { EmulatorEnv } from "@/emulator/state/world";

/** Addresses that bounced and get no more mail. @see https://www.twilio.com/docs/sendgrid/api-reference/bounces-api */
export function addBounces(app: Hono<EmulatorEnv>): void {
  sendgridResource(app, "/v3/suppression/bounces", {
    GET: (context) => {
      requireScope(context, "suppression.read");
      const bounces = [...context.var.account.sendgrid.bounces.values()];
      return context.json(
        bounces.map(({ createdAtMs, email, reason, status }) => ({
          created: Math.floor(createdAtMs / 1000),
          email,
          reason,
          status,
        })),
      );
    },
  });
  sendgridResource(app, "/v3/suppression/bounces/:email", {
    DELETE: (context) => {
      requireScope(context, "suppression.write");
      const email = (context.req.param("email") ?? "").toLowerCase();
      if (!context.var.account.sendgrid.bounces.delete(email)) throw new SendgridError(404, "not found", "email");
      return context.body(null, 204);
    },
  });
}
