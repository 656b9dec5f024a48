import type { Context, Hono } from "hono";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { findOpenVerification } from "@/emulator/twilio/find-verification";
import { readForm, required } from "@/emulator/twilio/form";
import { takeHit, tooManyRequests } from "@/emulator/twilio/rate-limit-use";
import { requireService } from "@/emulator/twilio/services";
import { startVerification } from "@/emulator/twilio/start-verification";
import { invalidParameter, notFound } from "@/emulator/twilio/twilio-error";
import { twilioResource } from "@/emulator/twilio/twilio-resource";
import { decide } from "@/emulator/twilio/verification-machine";
import { verificationView } from "@/emulator/twilio/verification-view";

/** How often one verification's status may be asked for. @see https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
const pollingLimits = [
  { max: 60, windowMs: 60_000 },
  { max: 180, windowMs: 3_600_000 },
  { max: 250, windowMs: 86_400_000 },
];

function requireOpen(context: Context<EmulatorEnv>, world: World) {
  const service = requireService(context);
  const sidOrTo = context.req.param("Sid") ?? "";
  const verification = findOpenVerification(context.var.account, service, sidOrTo, world.nowMs());
  if (verification === undefined) throw notFound(context.req.path);
  return verification;
}

/** Verifications. @see https://www.twilio.com/docs/verify/api/verification */
export function addVerifications(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Services/:ServiceSid/Verifications", {
    POST: async (context) => {
      const form = await readForm(context);
      const service = requireService(context);
      const verification = await startVerification(world, context.var.account, service, form);
      return context.json(verificationView(verification), 201);
    },
  });
  twilioResource(app, "/v2/Services/:ServiceSid/Verifications/:Sid", {
    GET: (context) => {
      const verification = requireOpen(context, world);
      for (const { max, windowMs } of pollingLimits) {
        const key = `poll ${verification.sid} ${windowMs}`;
        const waitMs = takeHit(context.var.account, key, max, windowMs, world.nowMs());
        if (waitMs > 0) throw tooManyRequests(waitMs);
      }
      return context.json(verificationView(verification));
    },
    POST: async (context) => {
      const status = required(await readForm(context), "Status");
      if (status !== "approved" && status !== "canceled") throw invalidParameter("Status");
      const verification = requireOpen(context, world);
      if (!decide(verification, status, world.nowMs())) throw notFound(context.req.path);
      return context.json(verificationView(verification));
    },
  });
}
