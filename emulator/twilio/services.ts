import type { Context, Hono } from "hono";
import { newService } from "@/emulator/accounts/new-service";
import type { VerifyService } from "@/emulator/state/account";
import { newSid } from "@/emulator/state/random-source";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { readForm, required } from "@/emulator/twilio/form";
import { metaPage } from "@/emulator/twilio/meta-page";
import { applyServiceForm } from "@/emulator/twilio/service-form";
import { serviceView } from "@/emulator/twilio/service-view";
import { notFound } from "@/emulator/twilio/twilio-error";
import { twilioResource } from "@/emulator/twilio/twilio-resource";

/** The service named in the path, or 404 with code 20404. */
export function requireService(context: Context<EmulatorEnv>): VerifyService {
  const service = context.var.account.services.get(context.req.param("ServiceSid") ?? "");
  if (service === undefined) throw notFound(context.req.path);
  return service;
}

/** Verify Services. @see https://www.twilio.com/docs/verify/api/service */
export function addServices(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Services", {
    GET: (context) => {
      const { account } = context.var;
      const views = [...account.services.values()].map((service) => serviceView(account, service));
      return context.json(metaPage(context, "services", views));
    },
    POST: async (context) => {
      const { account } = context.var;
      const form = await readForm(context);
      const service = newService(newSid(world.state, "VA"), required(form, "FriendlyName"), world.nowMs());
      applyServiceForm(account, service, form);
      account.services.set(service.sid, service);
      return context.json(serviceView(account, service), 201);
    },
  });
  twilioResource(app, "/v2/Services/:ServiceSid", {
    GET: (context) => context.json(serviceView(context.var.account, requireService(context))),
    POST: async (context) => {
      const form = await readForm(context);
      const service = requireService(context);
      applyServiceForm(context.var.account, service, form);
      service.updatedAtMs = world.nowMs();
      return context.json(serviceView(context.var.account, service));
    },
    DELETE: (context) => {
      const { account } = context.var;
      const service = requireService(context);
      account.services.delete(service.sid);
      for (const [key, sid] of account.liveVerifications)
        if (account.verifications.get(sid)?.serviceSid === service.sid) account.liveVerifications.delete(key);
      return context.body(null, 204);
    },
  });
}
