import type { Hono } from "hono";
import type Stripe from "stripe";
import { z } from "zod";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { apiVersion } from "./stripe-events";
import { readForm, StripeError } from "./stripe-request";

const endpointSchema = z.strictObject({
  url: z.url(),
  enabled_events: z.array(z.string()).min(1),
  api_version: z.string().optional(),
  description: z.string().optional(),
});

const changeSchema = z.strictObject({
  url: z.url().optional(),
  enabled_events: z.array(z.string()).min(1).optional(),
  disabled: z.enum(["true", "false"]).optional(),
});

/** Where events go. Only the answer to the making tells the secret. @see https://docs.stripe.com/api/webhook_endpoints */
export function addWebhookEndpoints(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/v1/webhook_endpoints", async (context) => {
    const { url, enabled_events, api_version, description } = await readForm(context, endpointSchema);
    const endpoint: Stripe.WebhookEndpoint = {
      id: `we_${randomHex(world.state, 24)}`,
      object: "webhook_endpoint",
      api_version: api_version ?? apiVersion,
      application: null,
      created: Math.floor(world.nowMs() / 1000),
      description: description ?? null,
      enabled_events,
      livemode: false,
      metadata: {},
      secret: `whsec_${randomHex(world.state, 32)}`,
      status: "enabled",
      url,
    };
    context.var.account.stripe.endpoints.set(endpoint.id, endpoint);
    return context.json(endpoint);
  });
  app.post("/v1/webhook_endpoints/:id", async (context) => {
    const endpoint = context.var.account.stripe.endpoints.get(context.req.param("id"));
    if (endpoint === undefined) throw new StripeError(404, "No such webhook endpoint.", { code: "resource_missing" });
    const { disabled, ...change } = await readForm(context, changeSchema);
    Object.assign(
      endpoint,
      change,
      disabled === undefined ? {} : { status: disabled === "true" ? "disabled" : "enabled" },
    );
    const { secret: _, ...told } = endpoint;
    return context.json(told);
  });
  app.get("/v1/webhook_endpoints", (context) => {
    const data = [...context.var.account.stripe.endpoints.values()].map(({ secret: _, ...endpoint }) => endpoint);
    return context.json({ object: "list", url: "/v1/webhook_endpoints", has_more: false, data });
  });
}
