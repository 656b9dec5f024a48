import type { Context, Hono } from "hono";
import { z } from "zod";
import type { AuthenticatedDomain, VerifiedSender } from "@/emulator/state/account";
import { type EmulatorEnv, randomFraction, randomHex, type World } from "@/emulator/state/world";
import { readBody, requireScope, SendgridError, sendgridResource } from "./sendgrid-request";

const text = z.string().max(256).default("");
const senderSchema = z.object({
  nickname: z.string().min(1).max(100),
  from_email: z.email(),
  from_name: text,
  reply_to: z.email(),
  reply_to_name: text,
  address: text,
  address2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
});

/** What the description lists as its example: mail from these domains fails because of their DMARC policies. */
const dmarcDomains = { soft_failures: ["gmail.com"], hard_failures: ["yahoo.com"] };

function fieldsOf(order: z.output<typeof senderSchema>) {
  const { from_email, from_name, reply_to, reply_to_name, ...same } = order;
  return { ...same, fromEmail: from_email, fromName: from_name, replyTo: reply_to, replyToName: reply_to_name };
}

function senderView(sender: VerifiedSender): Record<string, unknown> {
  return {
    id: sender.id,
    nickname: sender.nickname,
    from_email: sender.fromEmail,
    from_name: sender.fromName,
    reply_to: sender.replyTo,
    reply_to_name: sender.replyToName,
    address: sender.address,
    address2: sender.address2,
    state: sender.state,
    city: sender.city,
    country: sender.country,
    zip: sender.zip,
    verified: sender.verified,
    locked: false,
  };
}

function requireSender(context: Context<EmulatorEnv>): VerifiedSender {
  const sender = context.var.account.sendgrid.senders.get(Number(context.req.param("id")));
  if (sender === undefined) throw new SendgridError(404, "sender not found", "id");
  return sender;
}

/** The mail with the link that verifies a sender; it lands in the inbox like every other mail. */
function sendVerification(world: World, accountSid: string, sender: VerifiedSender): void {
  const link = `/v3/verified_senders/verify/${sender.token}`;
  world.mailroom.deliver(world.state.messages, {
    id: randomHex(world.state, 20),
    accountSid,
    channel: "email",
    to: sender.fromEmail,
    from: { email: "no-reply@sendgrid.example", name: "SendGrid" },
    subject: "Please verify your sender",
    html: null,
    text: `Open this path with your API key to verify ${sender.fromEmail}:\n${link}`,
    headers: {},
    code: null,
    outcome: "delivered",
    receivedAt: new Date(world.nowMs()).toISOString(),
  });
}

/** Single senders. @see https://www.twilio.com/docs/sendgrid/api-reference/sender-verification */
export function addVerifiedSenders(app: Hono<EmulatorEnv>, world: World): void {
  sendgridResource(app, "/v3/verified_senders", {
    GET: (context) => {
      requireScope(context, "whitelabel.read");
      return context.json({ results: [...context.var.account.sendgrid.senders.values()].map(senderView) });
    },
    POST: async (context) => {
      requireScope(context, "whitelabel.create");
      const { account } = context.var;
      const order = await readBody(context, senderSchema);
      const sender: VerifiedSender = {
        id: 1_000_000 + Math.floor(randomFraction(world.state) * 8_999_999),
        ...fieldsOf(order),
        verified: false,
        token: randomHex(world.state, 40),
      };
      account.sendgrid.senders.set(sender.id, sender);
      sendVerification(world, account.sid, sender);
      return context.json(senderView(sender), 201);
    },
  });
  sendgridResource(app, "/v3/verified_senders/steps_completed", {
    GET: (context) => {
      const { senders, domains } = context.var.account.sendgrid;
      const isSenderVerified = [...senders.values()].some(({ verified }) => verified);
      return context.json({
        results: { domain_verified: domains.some(({ isValid }) => isValid), sender_verified: isSenderVerified },
      });
    },
  });
  sendgridResource(app, "/v3/verified_senders/domains", {
    GET: (context) => context.json({ results: dmarcDomains }),
  });
  sendgridResource(app, "/v3/verified_senders/verify/:token", {
    GET: (context) => {
      const token = context.req.param("token");
      const sender = [...context.var.account.sendgrid.senders.values()].find((known) => known.token === token);
      if (sender === undefined) throw new SendgridError(404, "token not found", "token");
      sender.verified = true;
      return context.body(null, 204);
    },
  });
  sendgridResource(app, "/v3/verified_senders/resend/:id", {
    POST: (context) => {
      sendVerification(world, context.var.account.sid, requireSender(context));
      return context.body(null, 204);
    },
  });
  sendgridResource(app, "/v3/verified_senders/:id", {
    PATCH: async (context) => {
      requireScope(context, "whitelabel.update");
      const sender = requireSender(context);
      const present = senderView(sender);
      const change = await readBody(context, senderSchema.partial());
      Object.assign(sender, fieldsOf(senderSchema.parse({ ...present, ...change })));
      return context.json(senderView(sender));
    },
    DELETE: (context) => {
      requireScope(context, "whitelabel.delete");
      context.var.account.sendgrid.senders.delete(requireSender(context).id);
      return context.body(null, 204);
    },
  });
}

/** What a domain's owner publishes, and whether SendGrid found it. */
function domainView({ id, domain, isValid }: AuthenticatedDomain) {
  const record = (host: string, data: string) => ({ valid: isValid, type: "cname", host: `${host}.${domain}`, data });
  return {
    id,
    user_id: 5409,
    subdomain: "em5409",
    domain,
    username: "emulator",
    ips: [],
    custom_spf: false,
    default: id === 1,
    legacy: false,
    automatic_security: true,
    valid: isValid,
    dns: {
      mail_cname: record("em5409", "u5409.wl.sendgrid.net"),
      dkim1: record("s1._domainkey", "s1.domainkey.u5409.wl.sendgrid.net"),
      dkim2: record("s2._domainkey", "s2.domainkey.u5409.wl.sendgrid.net"),
    },
  };
}

/** Whole domains. @see https://www.twilio.com/docs/sendgrid/api-reference/domain-authentication */
export function addAuthenticatedDomains(app: Hono<EmulatorEnv>): void {
  const path = "/v3/whitelabel/domains";
  sendgridResource(app, path, {
    GET: (context) => {
      requireScope(context, "whitelabel.read");
      const wanted = context.req.query("domain");
      const start = Number(context.req.query("offset") ?? 0);
      const count = Number(context.req.query("limit") ?? 50);
      const found = context.var.account.sendgrid.domains.filter(({ domain }) => domain === (wanted ?? domain));
      return context.json(found.slice(start, start + count).map(domainView));
    },
  });
  sendgridResource(app, `${path}/:domain_id`, {
    GET: (context) => {
      requireScope(context, "whitelabel.read");
      const id = Number(context.req.param("domain_id"));
      const domain = context.var.account.sendgrid.domains.find((known) => known.id === id);
      if (domain === undefined) throw new SendgridError(404, "resource not found");
      return context.json(domainView(domain));
    },
  });
}
