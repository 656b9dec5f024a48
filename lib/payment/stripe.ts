import type Stripe from "stripe";
import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";
import { askProvider } from "@/lib/telemetry/trace";

/** In ms. The SDK tries a second time where that is safe. */
const timeoutMs = 4_000;

/** Stripe's hosted page on which one order is paid, a Checkout Session. */
export type PaymentPage = {
  id: string;
  orderId: string | null;
  /** `PENDING`: the money is on its way, such as a bank transfer. `ENDED`: nobody can pay on it. */
  state: "OPEN" | "PAID" | "PENDING" | "ENDED";
  totalCents: number;
  currency: string;
  url: string | null;
};

export type PayableOrder = {
  id: string;
  number: number;
  locale: string;
  currency: string;
  lines: { name: string; quantity: number; unitPriceCents: number }[];
  email: string;
  payBy: Date;
};

/** `UNAVAILABLE`: the same may succeed later. `REFUSED`: Stripe says no to this. The log has more. */
export class StripeFailure extends Error {
  constructor(
    readonly kind: "UNAVAILABLE" | "REFUSED",
    readonly code: string | null,
  ) {
    super("Stripe did not do what was asked.");
  }
}

/** Whether the shop has the keys for card payments. */
export function isCardOn(): boolean {
  return env().STRIPE_SECRET_KEY !== undefined;
}

/** Makes the page of an order. With the same end it is the same page, however often. Throws StripeFailure. */
export async function createPaymentPage(order: PayableOrder): Promise<PaymentPage> {
  const { id, number, locale, currency, lines, email, payBy } = order;
  const address = `${env().APP_URL}/account/orders/${number}`;
  const endsAt = Math.floor(payBy.getTime() / 1_000);
  const session = await ask("create-page", (stripe) =>
    stripe.checkout.sessions.create(
      {
        mode: "payment",
        line_items: lines.map(({ name, quantity, unitPriceCents }) => ({
          quantity,
          price_data: { currency: currency.toLowerCase(), unit_amount: unitPriceCents, product_data: { name } },
        })),
        // Only what is paid at once, in the shop's own currency.
        allowed_payment_method_types: ["card"],
        adaptive_pricing: { enabled: false },
        locale: pageLocales[locale] ?? "auto",
        customer_email: email,
        client_reference_id: id,
        metadata: { order: id },
        payment_intent_data: { description: String(number), metadata: { order: id } },
        expires_at: endsAt,
        success_url: `${address}?notice=RETURNED`,
        cancel_url: `${address}?notice=NOT_PAID`,
      },
      { idempotencyKey: `page-${id}-${endsAt}` },
    ),
  );
  return pageOf(session);
}

/** Stripe's page has no Arabic; it then follows the browser. */
const pageLocales: Record<string, "en" | "es"> = { en: "en", es: "es" };

export async function readPaymentPage(id: string): Promise<PaymentPage> {
  return pageOf(await ask("read-page", (stripe) => stripe.checkout.sessions.retrieve(id)));
}

/** Sees to it that nobody pays on an open page. Gives how the page ended, which may be paid. Throws StripeFailure. */
export async function endPaymentPage(id: string): Promise<PaymentPage> {
  try {
    return pageOf(await ask("end-page", (stripe) => stripe.checkout.sessions.expire(id)));
  } catch (error) {
    if (!(error instanceof StripeFailure) || error.kind === "UNAVAILABLE") throw error;
    return await readPaymentPage(id);
  }
}

/** Gives the whole payment of a page back, once. Throws StripeFailure. */
export async function refundPayment(pageId: string): Promise<void> {
  const { payment_intent: payment } = await ask("read-page", (stripe) => stripe.checkout.sessions.retrieve(pageId));
  const payment_intent = typeof payment === "string" ? payment : payment?.id;
  if (payment_intent === undefined) throw new StripeFailure("REFUSED", "nothing_paid");
  try {
    const { status } = await ask("refund", (stripe) =>
      stripe.refunds.create({ payment_intent, metadata: { page: pageId } }, { idempotencyKey: `refund-${pageId}` }),
    );
    if (status === "failed" || status === "canceled") throw new StripeFailure("REFUSED", `refund_${status}`);
  } catch (error) {
    const isDone = error instanceof StripeFailure && error.code === "charge_already_refunded";
    if (!isDone) throw error;
  }
}

export const paymentEventKinds = [
  "checkout.session.completed",
  "checkout.session.expired",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "refund.failed",
] as const;

export type PaymentEvent = { id: string; kind: string } & (
  | { about: "page"; page: PaymentPage }
  | { about: "failed refund"; pageId: string | null }
  | { about: "something else" }
);

/** What Stripe posted, if its signature is right and at most five minutes old; else null. */
export async function readPaymentEvent(body: Buffer, signature: string | null): Promise<PaymentEvent | null> {
  const secret = env().STRIPE_WEBHOOK_SECRET;
  if (secret === undefined || signature === null) return null;
  const { client } = await openStripe();
  let event: Stripe.Event;
  try {
    event = client.webhooks.constructEvent(body, signature, secret);
  } catch {
    // For an empty signature the SDK throws a plain Error.
    return null;
  }
  return { id: event.id, kind: event.type, ...contentOf(event) };
}

function contentOf(event: Stripe.Event) {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.expired":
    case "checkout.session.async_payment_succeeded":
      return { about: "page", page: pageOf(event.data.object) } as const;
    case "checkout.session.async_payment_failed":
      return { about: "page", page: { ...pageOf(event.data.object), state: "ENDED" } } as const;
    case "refund.failed":
      return { about: "failed refund", pageId: event.data.object.metadata?.page ?? null } as const;
    default:
      return { about: "something else" } as const;
  }
}

function pageOf(session: Stripe.Checkout.Session): PaymentPage {
  const { id, status, payment_status, metadata, amount_total, currency, url } = session;
  const isComplete = status === "complete";
  const state = isComplete ? (payment_status === "paid" ? "PAID" : "PENDING") : status === "open" ? "OPEN" : "ENDED";
  return {
    id,
    orderId: uuid.test(metadata?.order ?? "") ? (metadata?.order ?? null) : null,
    state,
    totalCents: amount_total ?? 0,
    currency: (currency ?? "").toUpperCase(),
    url,
  };
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Imported on first use: pages that take no card need not load it. Throws StripeFailure without a key, which an order
 * by card may outlive. */
async function openStripe() {
  const { STRIPE_SECRET_KEY, STRIPE_BASE_URL } = env();
  if (STRIPE_SECRET_KEY === undefined) throw new StripeFailure("UNAVAILABLE", null);
  const { default: Stripe } = await import("stripe");
  const options = { ...clientOptions(STRIPE_BASE_URL), timeout: timeoutMs, maxNetworkRetries: 1 };
  return { client: new Stripe(STRIPE_SECRET_KEY, options), errors: Stripe.errors };
}

/** What the SDK needs to know of the API's address. */
export function clientOptions(baseUrl: string) {
  const { protocol, hostname: host, port } = new URL(baseUrl);
  const scheme = protocol === "http:" ? "http" : "https";
  return { protocol: scheme, host, ...(port === "" ? {} : { port }), telemetry: false } as const;
}

type Answer<Value> = Promise<Stripe.Response<Value>>;

async function ask<Value>(operation: string, call: (stripe: Stripe) => Answer<Value>): Promise<Value> {
  const { client, errors } = await openStripe();
  try {
    const { value } = await askProvider("stripe", operation, async () => {
      const value = await call(client);
      return { status: value.lastResponse.statusCode, value };
    });
    return value;
  } catch (error) {
    if (!(error instanceof errors.StripeError)) throw error;
    const { type, code = null, statusCode: httpStatus, requestId } = error;
    // Our own keys and limits may be mended; the others are about this request.
    const isRefusal = [400, 402, 404].includes(httpStatus ?? 0);
    const level = isRefusal && operation === "end-page" ? "info" : "error";
    logEvent(level, "stripe_failed", { operation, type, stripeCode: code, httpStatus, requestId });
    throw new StripeFailure(isRefusal ? "REFUSED" : "UNAVAILABLE", code);
  }
}
