import type { Context, Hono } from "hono";
import { z } from "zod";
import type { EventWebhook } from "@/emulator/state/account";
import { type EmulatorEnv, isoSeconds, newUuid, randomHex, type World } from "@/emulator/state/world";
import { enqueuePost, eventFlags, makeDuePosts, startSigning } from "@/emulator/webhooks/event-posts";
import { readBody, requireScope, SendgridError, sendgridResource } from "./sendgrid-request";

const mostWebhooks = 5;
const flagsSchema = z.object(Object.fromEntries(eventFlags.map((flag) => [flag, z.boolean().optional()])));
const settingsSchema = z.looseObject({
  url: z.url(),
  enabled: z.boolean().optional(),
  friendly_name: z.string().nullish(),
  oauth_client_id: z.string().nullish(),
  oauth_token_url: z.string().nullish(),
});

/** What creating and changing answer. OAuth is kept and shown, but no token is ever fetched. */
function unsignedView(webhook: EventWebhook): Record<string, unknown> {
  return {
    ...datelessView(webhook),
    created_date: isoSeconds(webhook.createdAtMs),
    updated_date: isoSeconds(webhook.updatedAtMs),
  };
}

/** SendGrid names the dates of a single webhook otherwise than those of a list. */
function singleView(webhook: EventWebhook): Record<string, unknown> {
  return {
    ...datelessView(webhook),
    ...publicKeyOf(webhook),
    created_at: isoSeconds(webhook.createdAtMs),
    updated_at: isoSeconds(webhook.updatedAtMs),
  };
}

function datelessView(webhook: EventWebhook): Record<string, unknown> {
  const { oauthClientId, oauthTokenUrl } = webhook;
  return {
    enabled: webhook.enabled,
    url: webhook.url,
    ...webhook.flags,
    friendly_name: webhook.friendlyName,
    ...(oauthClientId === null ? {} : { oauth_client_id: oauthClientId, oauth_token_url: oauthTokenUrl }),
    id: webhook.id,
  };
}

function publicKeyOf({ publicKey }: EventWebhook): { public_key?: string } {
  return publicKey === null ? {} : { public_key: publicKey };
}

function requireWebhook(context: Context<EmulatorEnv>): EventWebhook {
  const webhook = context.var.account.sendgrid.eventWebhooks.get(context.req.param("id") ?? "");
  if (webhook === undefined) throw new SendgridError(404, "webhook not found", "id");
  return webhook;
}

async function applySettings(context: Context<EmulatorEnv>, webhook: EventWebhook, nowMs: number): Promise<void> {
  const order = await readBody(context, settingsSchema);
  const flags = flagsSchema.safeParse(order);
  if (!flags.success) throw new SendgridError(400, "Invalid type. Expected: boolean.", "settings");
  webhook.url = order.url;
  webhook.enabled = order.enabled ?? webhook.enabled;
  webhook.friendlyName = order.friendly_name ?? webhook.friendlyName;
  webhook.oauthClientId = order.oauth_client_id ?? webhook.oauthClientId;
  webhook.oauthTokenUrl = order.oauth_token_url ?? webhook.oauthTokenUrl;
  for (const flag of eventFlags) webhook.flags[flag] = flags.data[flag] ?? webhook.flags[flag] ?? false;
  webhook.updatedAtMs = nowMs;
}

/** Event webhooks and their signing keys. @see https://www.twilio.com/docs/sendgrid/api-reference/webhooks */
export function addEventWebhookSettings(app: Hono<EmulatorEnv>, world: World): void {
  const path = "/v3/user/webhooks/event/settings";
  sendgridResource(app, path, {
    POST: async (context) => {
      requireScope(context, "user.webhooks.event.settings.create");
      const { eventWebhooks } = context.var.account.sendgrid;
      if (eventWebhooks.size >= mostWebhooks) throw new SendgridError(400, "maximum number of webhooks reached");
      const nowMs = world.nowMs();
      const webhook: EventWebhook = {
        id: newUuid(world.state),
        enabled: false,
        url: "",
        friendlyName: null,
        oauthClientId: null,
        oauthTokenUrl: null,
        flags: {},
        privateKeyPem: null,
        publicKey: null,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      };
      await applySettings(context, webhook, nowMs);
      eventWebhooks.set(webhook.id, webhook);
      return context.json(unsignedView(webhook), 201);
    },
  });
  sendgridResource(app, `${path}/all`, {
    GET: (context) => {
      requireScope(context, "user.webhooks.event.settings.read");
      const present = [...context.var.account.sendgrid.eventWebhooks.values()];
      const webhooks = present.map((webhook) => ({ ...unsignedView(webhook), ...publicKeyOf(webhook) }));
      return context.json({ max_allowed: mostWebhooks, webhooks });
    },
  });
  sendgridResource(app, `${path}/signed/:id`, {
    GET: (context) => {
      requireScope(context, "user.webhooks.event.settings.read");
      const webhook = requireWebhook(context);
      return context.json({ id: webhook.id, public_key: webhook.publicKey ?? "" });
    },
    PATCH: async (context) => {
      requireScope(context, "user.webhooks.event.settings.update");
      const webhook = requireWebhook(context);
      const { enabled } = await readBody(context, z.object({ enabled: z.boolean() }));
      if (enabled && webhook.privateKeyPem === null) startSigning(webhook);
      if (!enabled) Object.assign(webhook, { privateKeyPem: null, publicKey: null });
      return context.json({ id: webhook.id, public_key: webhook.publicKey ?? "" });
    },
  });
  sendgridResource(app, `${path}/:id`, {
    GET: (context) => {
      requireScope(context, "user.webhooks.event.settings.read");
      return context.json(singleView(requireWebhook(context)));
    },
    PATCH: async (context) => {
      requireScope(context, "user.webhooks.event.settings.update");
      const webhook = requireWebhook(context);
      await applySettings(context, webhook, world.nowMs());
      return context.json(unsignedView(webhook));
    },
    DELETE: (context) => {
      requireScope(context, "user.webhooks.event.settings.delete");
      context.var.account.sendgrid.eventWebhooks.delete(requireWebhook(context).id);
      return context.body(null, 204);
    },
  });
  sendgridResource(app, "/v3/user/webhooks/event/test", {
    POST: async (context) => {
      requireScope(context, "user.webhooks.event.test.create");
      const { id } = await readBody(context, z.object({ id: z.string(), url: z.url() }));
      const timestamp = Math.floor(world.nowMs() / 1000);
      const sample = {
        email: "example@test.com",
        timestamp,
        sg_message_id: "sg_message_id",
        sg_event_id: randomHex(world.state, 22),
      };
      enqueuePost(world, context.var.account.sid, { kind: "sendgrid-webhook", id }, [
        { ...sample, event: "processed" },
        { ...sample, event: "delivered" },
      ]);
      setImmediate(() => void makeDuePosts(world));
      return context.body(null, 204);
    },
  });
}

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
