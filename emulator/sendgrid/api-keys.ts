import type { Hono } from "hono";
import { z } from "zod";
import { sendgridKey } from "@/emulator/accounts/add-account";
import type { SendgridKey } from "@/emulator/state/account";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { readBody, requireScope, SendgridError, scopesOf, sendgridResource } from "./sendgrid-request";

const mostKeys = 100;
/** SendGrid gives them to each key; nobody can ask for them. */
const automaticScopes = ["2fa_required", "sender_verification_eligible"];
const orderSchema = z.object({ name: z.string().min(1).max(100), scopes: z.array(z.string()).min(1).optional() });

function keyView({ id, name }: SendgridKey) {
  return { api_key_id: id, name };
}

/**
 * API keys, whose secret is answered once, and what the asking key may do. A key gives others no more than it has.
 * @see https://www.twilio.com/docs/sendgrid/api-reference/api-keys
 */
export function addApiKeys(app: Hono<EmulatorEnv>, world: World): void {
  sendgridResource(app, "/v3/scopes", {
    GET: (context) => context.json({ scopes: [...new Set([...scopesOf(context), ...automaticScopes])] }),
  });
  sendgridResource(app, "/v3/api_keys", {
    GET: (context) => {
      requireScope(context, "api_keys.read");
      return context.json({ result: context.var.account.sendgrid.keys.map(keyView) });
    },
    POST: async (context) => {
      requireScope(context, "api_keys.create");
      const { keys } = context.var.account.sendgrid;
      const { name, scopes = scopesOf(context) } = await readBody(context, orderSchema);
      const given = scopesOf(context);
      if (!scopes.every((scope) => given.includes(scope)))
        throw new SendgridError(400, "one or more of given scopes are invalid", "scopes");
      if (keys.length >= mostKeys) throw new SendgridError(403, "Cannot create more than 100 API Keys");
      const secret = `SG.${randomHex(world.state, 22)}.${randomHex(world.state, 43)}`;
      const key = sendgridKey(secret, name, scopes);
      keys.push(key);
      return context.json({ ...keyView(key), api_key: secret, scopes: key.scopes }, 201);
    },
  });
  sendgridResource(app, "/v3/api_keys/:api_key_id", {
    DELETE: (context) => {
      requireScope(context, "api_keys.delete");
      const { sendgrid } = context.var.account;
      const kept = sendgrid.keys.filter(({ id }) => id !== context.req.param("api_key_id"));
      if (kept.length === sendgrid.keys.length) throw new SendgridError(404, "unable to find API Key");
      sendgrid.keys = kept;
      return context.body(null, 204);
    },
  });
}
