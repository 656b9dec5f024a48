import type { Context, Hono } from "hono";
import { z } from "zod";
import { type Suppression, type SuppressionKind, suppressionKinds } from "@/emulator/state/account";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { readBody, requireScope, SendgridError, sendgridResource } from "./sendgrid-request";

function view(kind: SuppressionKind, { createdAtMs, email, reason, status }: Suppression) {
  const created = Math.floor(createdAtMs / 1000);
  if (kind === "spam_reports") return { created, email, ip: "192.0.2.1" };
  if (kind === "invalid_emails") return { created, email, reason };
  if (kind === "global") return { created, email };
  return { created, email, reason, status };
}

function requireRight(context: Context<EmulatorEnv>, kind: SuppressionKind, verb: string): void {
  const resource = kind === "global" ? "asm.suppressions.global" : `suppression.${kind}`;
  requireScope(context, `suppression.${verb}`, `${resource}.${verb}`);
}

const emailOf = (context: Context<EmulatorEnv>) => (context.req.param("email") ?? "").toLowerCase();

/** Addresses that get no mail, by list and by address. @see https://www.twilio.com/docs/sendgrid/api-reference/bounces-api */
export function addSuppressions(app: Hono<EmulatorEnv>, world: World): void {
  for (const kind of suppressionKinds) {
    const listOf = (context: Context<EmulatorEnv>) => context.var.account.sendgrid.suppressions[kind];
    const path = kind === "global" ? "/v3/asm/suppressions/global" : `/v3/suppression/${kind}`;
    sendgridResource(app, kind === "global" ? "/v3/suppression/unsubscribes" : path, {
      GET: (context) => {
        requireRight(context, kind, "read");
        return context.json([...listOf(context).values()].map((entry) => view(kind, entry)));
      },
    });
    sendgridResource(app, `${path}/:email`, {
      GET: (context) => {
        requireRight(context, kind, "read");
        const found = listOf(context).get(emailOf(context));
        if (kind === "global") return context.json(found === undefined ? {} : { recipient_email: found.email });
        return context.json(found === undefined ? [] : [view(kind, found)]);
      },
      DELETE: (context) => {
        requireRight(context, kind, "delete");
        if (!listOf(context).delete(emailOf(context))) throw new SendgridError(404, "not found", "email");
        return context.body(null, 204);
      },
    });
  }
  sendgridResource(app, "/v3/asm/suppressions/global", {
    POST: async (context) => {
      requireRight(context, "global", "create");
      const { recipient_emails } = await readBody(context, z.object({ recipient_emails: z.array(z.email()) }));
      const { global } = context.var.account.sendgrid.suppressions;
      for (const email of recipient_emails.map((address) => address.toLowerCase()))
        global.set(email, { email, createdAtMs: world.nowMs(), reason: "Unsubscribed Address", status: "" });
      return context.json({ recipient_emails }, 201);
    },
  });
}
