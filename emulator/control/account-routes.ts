import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { addAccount, newAccountNames, sendgridKey } from "@/emulator/accounts/add-account";
import { type Account, suppressionKinds } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import { verifyChannels } from "@/emulator/state/verification";
import { type EmulatorEnv, newSid, randomHex, type World } from "@/emulator/state/world";
import { failRefund } from "@/emulator/stripe/refunds";
import { readJson } from "./control-request";

const namesSchema = z
  .object({
    accountSid: z.string().regex(/^AC[0-9a-fA-F]{32}$/),
    authToken: z.string().min(1),
    verifyServiceSid: z.string().regex(/^VA[0-9a-fA-F]{32}$/),
    trustedServiceSid: z.string().regex(/^VA[0-9a-fA-F]{32}$/),
    mailerSid: z.string().regex(/^MD[0-9a-fA-F]{32}$/),
    sendgridApiKey: z.string().startsWith("SG."),
    templateId: z.string().regex(/^d-[0-9a-f]{32}$/),
    smsTemplateSid: z.string().regex(/^HJ[0-9a-fA-F]{32}$/),
    stripeSecretKey: z.string().startsWith("sk_test_"),
    fromEmail: z.email(),
    fromName: z.string(),
  })
  .partial();

const mailerSchema = z.object({
  apiKey: z.string(),
  templateId: z.string(),
  fromEmail: z.string(),
  fromName: z.string(),
});

const phonePrefix = z.string().regex(/^\+[1-9]\d{0,14}$/);

const changeSchema = z.object({
  credits: z.number().int().min(0).nullable().optional(),
  requestsPerMinute: z.number().int().min(0).optional(),
  type: z.enum(["Full", "Trial"]).optional(),
  verifiedDomains: z.array(z.string()).optional(),
  /** Their DNS records were not found. */
  pendingDomains: z.array(z.string()).default([]),
  sendgridKeys: z
    .array(z.object({ key: z.string(), name: z.string().default("By hand"), scopes: z.array(z.string()) }))
    .optional(),
  fraudGuardPrefixes: z.array(phonePrefix).optional(),
  geoBlockedPrefixes: z.array(phonePrefix).optional(),
});

const suppressionSchema = z.object({ kind: z.enum(suppressionKinds), email: z.email() });

const messageText = z.string().includes("{{code}}");
const messageTemplateSchema = z.object({
  friendlyName: z.string(),
  text: messageText,
  translations: z.record(z.string(), messageText).default({}),
});

const serviceSchema = z.object({
  mailerSid: z.string().nullable().optional(),
  disabledChannels: z.array(z.enum(verifyChannels)).optional(),
  /** Twilio's Support sets it between 2 minutes and 24 hours. */
  codeLifetimeMs: z.number().int().min(120_000).max(86_400_000).optional(),
});

function requireAccount(context: Context<EmulatorEnv>, world: World): Account {
  const account = world.state.accounts.get(context.req.param("sid") ?? "");
  if (account === undefined) throw new HTTPException(404, { message: "No such account." });
  return account;
}

/** `/emulator/accounts`: tenants, and what only the two Consoles can set up. */
export function addAccountRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.get("/emulator/accounts", (context) =>
    context.json(
      [...world.state.accounts.values()].map(({ sid, services, mailers }) => ({
        sid,
        services: [...services.keys()],
        mailers: [...mailers.keys()],
      })),
    ),
  );
  app.post("/emulator/accounts", async (context) => {
    const names = newAccountNames(world.state, await readJson(context, namesSchema));
    if (world.state.accounts.has(names.accountSid)) throw new HTTPException(409, { message: "The account exists." });
    addAccount(world.state, names, world.nowMs());
    return context.json(names, 201);
  });
  app.patch("/emulator/accounts/:sid", async (context) => {
    const account = requireAccount(context, world);
    const { sendgrid } = account;
    const change = await readJson(context, changeSchema);
    if (change.credits !== undefined) sendgrid.credits = change.credits;
    if (change.requestsPerMinute !== undefined) sendgrid.requests.perMinute = change.requestsPerMinute;
    if (change.type !== undefined) account.type = change.type;
    if (change.verifiedDomains !== undefined) sendgrid.domains = [];
    for (const [isValid, domains] of [
      [true, change.verifiedDomains ?? []] as const,
      [false, change.pendingDomains] as const,
    ])
      for (const domain of domains) sendgrid.domains.push({ id: sendgrid.domains.length + 1, domain, isValid });
    if (change.sendgridKeys !== undefined)
      sendgrid.keys = change.sendgridKeys.map(({ key, name, scopes }) => sendgridKey(key, name, scopes));
    if (change.fraudGuardPrefixes !== undefined) account.fraudGuardPrefixes = change.fraudGuardPrefixes;
    if (change.geoBlockedPrefixes !== undefined) account.geoBlockedPrefixes = change.geoBlockedPrefixes;
    return context.body(null, 204);
  });
  app.delete("/emulator/accounts/:sid", (context) => {
    world.state.accounts.delete(requireAccount(context, world).sid);
    return context.body(null, 204);
  });
  app.post("/emulator/accounts/:sid/keys", async (context) => {
    const { apiKeys } = requireAccount(context, world);
    const { isMain } = await readJson(context, z.object({ isMain: z.boolean().default(false) }));
    const [sid, secret] = [newSid(world.state, "SK"), randomHex(world.state, 32)];
    apiKeys.set(sid, { secret, isMain });
    return context.json({ sid, secret }, 201);
  });
  app.post("/emulator/accounts/:sid/suppressions", async (context) => {
    const { suppressions } = requireAccount(context, world).sendgrid;
    const { kind, email } = await readJson(context, suppressionSchema);
    const reason = "550 5.7.1 Refused by the control API.";
    const entry = { email: email.toLowerCase(), createdAtMs: world.nowMs(), reason, status: "5.7.1" };
    suppressions[kind].set(entry.email, entry);
    return context.body(null, 204);
  });
  app.post("/emulator/accounts/:sid/refunds/:refund/fail", (context) => {
    const account = requireAccount(context, world);
    if (!failRefund(world, account, context.req.param("refund")))
      throw new HTTPException(404, { message: "No such refund." });
    return context.body(null, 204);
  });
  app.post("/emulator/accounts/:sid/mailers", async (context) => {
    const account = requireAccount(context, world);
    const mailer = { sid: newSid(world.state, "MD"), ...(await readJson(context, mailerSchema)) };
    account.mailers.set(mailer.sid, mailer);
    return context.json({ sid: mailer.sid }, 201);
  });
  app.post("/emulator/accounts/:sid/templates", async (context) => {
    const account = requireAccount(context, world);
    const template = {
      sid: newSid(world.state, "HJ"),
      channels: ["sms"],
      ...(await readJson(context, messageTemplateSchema)),
    };
    account.messageTemplates.set(template.sid, template);
    return context.json({ sid: template.sid }, 201);
  });
  app.patch("/emulator/accounts/:sid/services/:service", async (context) => {
    const account = requireAccount(context, world);
    const service = account.services.get(context.req.param("service"));
    if (service === undefined) throw new HTTPException(404, { message: "No such service." });
    Object.assign(service, await readJson(context, serviceSchema));
    return context.body(null, 204);
  });
}

/** `/emulator/accounts/:sid/sinks`: receivers of Event Streams, which Twilio sets up under another host. */
export function addSinkRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/emulator/accounts/:sid/sinks", async (context) => {
    const account = world.state.accounts.get(context.req.param("sid"));
    if (account === undefined) throw new HTTPException(404, { message: "No such account." });
    const { url } = await readJson(context, z.object({ url: z.url() }));
    const sink = { id: randomHex(world.state, 12), url };
    for (const verification of account.verifications.values()) verification.toldEvents = verification.life.length;
    account.eventSinks.set(sink.id, sink);
    return context.json(sink, 201);
  });
  app.delete("/emulator/accounts/:sid/sinks/:id", (context) => {
    world.state.accounts.get(context.req.param("sid"))?.eventSinks.delete(context.req.param("id"));
    return context.body(null, 204);
  });
}

function phoneOrEmailOf(state: EmulatorState, sidOrTo: string): string {
  for (const account of state.accounts.values()) {
    const verification = account.verifications.get(sidOrTo);
    if (verification !== undefined) return verification.to;
  }
  return sidOrTo;
}

function recipientsOfMail(body: string): string[] {
  try {
    const mail: { personalizations: { to: { email: unknown }[] }[] } = JSON.parse(body);
    const emails = mail.personalizations.flatMap(({ to }) => to.map(({ email }) => email));
    return emails.filter((email) => typeof email === "string");
  } catch {
    return [];
  }
}

/** Who pays: of a payment page by its form, its id in the path, or the payment that is given back. */
function payersOf(state: EmulatorState, path: string, body: string): string[] {
  const form = new URLSearchParams(body);
  const given = form.get("customer_email");
  if (given !== null) return [given];
  const id = /^\/v1\/checkout\/sessions\/([^/]+)/.exec(path)?.[1];
  const payment = form.get("payment_intent");
  const sessions = [...state.accounts.values()].flatMap(({ stripe }) => [...stripe.sessions.values()]);
  const session = sessions.find((each) => each.id === id || (payment !== null && each.payment_intent === payment));
  return session?.customer_email ? [session.customer_email] : [];
}

/** Whom a request is about, found without judging it: faults and journal need to know before it is understood. */
export function addresseesOf(state: EmulatorState, path: string, body: string): string[] {
  if (path.startsWith("/v1/")) return payersOf(state, path, body);
  if (path === "/v3/mail/send") return recipientsOfMail(body);
  const inPath = /\/Verifications\/([^/]+)$/.exec(path)?.[1];
  if (inPath !== undefined) return [phoneOrEmailOf(state, decodeURIComponent(inPath))];
  const suppressed = /^\/v3\/suppression\/\w+\/([^/]+)$/.exec(path)?.[1];
  if (suppressed !== undefined) return [decodeURIComponent(suppressed)];
  const form = new URLSearchParams(body);
  const target = form.get("To") ?? form.get("VerificationSid");
  return target === null ? [] : [phoneOrEmailOf(state, target)];
}
