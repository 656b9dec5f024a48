import type { Context, Hono } from "hono";
import type Stripe from "stripe";
import { z } from "zod";
import type { Account } from "@/emulator/state/account";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { announce } from "./stripe-events";
import { readForm, StripeError } from "./stripe-request";

const whole = z
  .string()
  .regex(/^\d{1,12}$/, "must be a whole number")
  .transform(Number);
const metadata = z.record(z.string().max(40), z.string().max(500));

const sessionSchema = z.strictObject({
  mode: z.literal("payment"),
  line_items: z
    .array(
      z.strictObject({
        quantity: whole,
        price_data: z.strictObject({
          currency: z.string().regex(/^[a-z]{3}$/, "must be a currency in lowercase"),
          unit_amount: whole,
          product_data: z.strictObject({ name: z.string().min(1) }),
        }),
      }),
    )
    .min(1)
    .max(100),
  success_url: z.url(),
  cancel_url: z.url(),
  expires_at: whole,
  locale: z.string().optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  metadata: metadata.default({}),
  payment_intent_data: z.strictObject({ description: z.string().optional(), metadata: metadata.optional() }).optional(),
  allowed_payment_method_types: z.array(z.literal("card")).optional(),
  adaptive_pricing: z.strictObject({ enabled: z.enum(["true", "false"]) }).optional(),
});

/** In seconds. @see https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-expires_at */
const [shortestLife, longestLife] = [30 * 60, 24 * 3_600];

const seconds = (world: World) => Math.floor(world.nowMs() / 1000);

/** Pages on which somebody pays: made, read and expired. */
export function addCheckoutSessions(app: Hono<EmulatorEnv>, world: World): void {
  app.post("/v1/checkout/sessions", async (context) => {
    const { stripe } = context.var.account;
    const session = newSession(world, await readForm(context, sessionSchema), new URL(context.req.url).origin);
    stripe.sessions.set(session.id, session);
    return context.json(session);
  });
  app.get("/v1/checkout/sessions/:id", (context) => context.json(requireSession(context, world)));
  app.post("/v1/checkout/sessions/:id/expire", (context) => {
    const session = requireSession(context, world);
    if (session.status !== "open")
      throw new StripeError(
        400,
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      );
    expire(world, context.var.account, session);
    return context.json(session);
  });
}

function requireSession(context: Context<EmulatorEnv>, world: World): Stripe.Checkout.Session {
  expireSessions(world);
  const id = context.req.param("id") ?? "";
  const session = context.var.account.stripe.sessions.get(id);
  if (session !== undefined) return session;
  const more = { code: "resource_missing", param: "session" };
  throw new StripeError(404, `No such checkout.session: ${id}`, more);
}

/** Ends the pages whose time is over. */
export function expireSessions(world: World): void {
  for (const account of world.state.accounts.values())
    for (const session of account.stripe.sessions.values())
      if (session.status === "open" && session.expires_at <= seconds(world)) expire(world, account, session);
}

function expire(world: World, account: Account, session: Stripe.Checkout.Session): void {
  Object.assign(session, { status: "expired", url: null });
  announce(world, account, "checkout.session.expired", session);
}

/** What a right card does. */
export function pay(world: World, account: Account, session: Stripe.Checkout.Session): void {
  const payment_intent = `pi_${randomHex(world.state, 24)}`;
  Object.assign(session, { status: "complete", payment_status: "paid", payment_intent, url: null });
  announce(world, account, "checkout.session.completed", session);
}

function newSession(world: World, asked: z.output<typeof sessionSchema>, origin: string): Stripe.Checkout.Session {
  const now = seconds(world);
  const life = asked.expires_at - now;
  if (life < shortestLife || life > longestLife)
    throw new StripeError(
      400,
      `The \`expires_at\` timestamp must be ${life < shortestLife ? "at least 30 minutes" : "less than 24 hours"} from Checkout Session creation.`,
      { param: "expires_at" },
    );
  const currencies = new Set(asked.line_items.map(({ price_data }) => price_data.currency));
  const [currency = ""] = currencies;
  if (currencies.size > 1) throw new StripeError(400, "All prices on a Checkout session must have the same currency.");
  const total = asked.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0);
  const id = `cs_test_${randomHex(world.state, 48)}`;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: asked.adaptive_pricing?.enabled === "true" },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: asked.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: asked.cancel_url,
    client_reference_id: asked.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: now,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null,
    customer_account: null,
    customer_creation: "if_required",
    customer_details: null,
    customer_email: asked.customer_email ?? null,
    discounts: [],
    expires_at: asked.expires_at,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: asked.locale ?? null,
    managed_payments: null,
    metadata: asked.metadata,
    mode: "payment",
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_status: "unpaid",
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open",
    submit_type: null,
    subscription: null,
    success_url: asked.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${origin}/c/pay/${id}`,
    wallet_options: null,
  };
}
