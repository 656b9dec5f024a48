import { randomBytes } from "node:crypto";
import Stripe from "stripe";
import { realStripe } from "@/emulator/real-sdks";
import { db } from "@/lib/db/client";
import { placeOrder } from "@/lib/orders/place-order";
import { startPayment, takePaymentEvent } from "@/lib/payment/pay-order";
import { readPaymentEvent } from "@/lib/payment/stripe";
import { inbox, visitor } from "./login-parts";
import { addProduct, orderForm, putInBag } from "./order-parts";
import { openTestSession } from "./passkey-parts";

export const stripe = () => realStripe(process.env.EMULATOR_URL ?? "");

/** Two of five kettles, to be paid by card; not yet sent to the page. */
export async function orderByCard() {
  const session = await openTestSession();
  const kettle = await addProduct({ stock: 5 });
  await putInBag(session.user.id, { [kettle.id]: 2 });
  const placed = await placeOrder(session, await orderForm(session.user.id, { payment: "CARD" }), visitor);
  if (!placed.ok) throw new Error(placed.error);
  return { session, kettle, userId: session.user.id, email: session.user.email, ...placed.value };
}

type CardOrder = Awaited<ReturnType<typeof orderByCard>>;

export async function openPage({ session, number }: Pick<CardOrder, "session" | "number">): Promise<string> {
  const started = await startPayment(session, number, visitor);
  if (started.kind !== "PAGE") throw new Error(started.kind);
  return started.url;
}

/** An order whose page is paid at Stripe; the shop does not know it yet. */
export async function paidAtStripe() {
  const order = await orderByCard();
  await inbox.pay(await openPage(order));
  return { ...order, page: await pageOf(order.id) };
}

export const orderRow = (id: string) => db().order.findUniqueOrThrow({ where: { id }, include: { refunds: true } });

/** The order's page as Stripe has it. */
export async function pageOf(id: string): Promise<Stripe.Checkout.Session> {
  return await stripe().checkout.sessions.retrieve((await orderRow(id)).paymentId ?? "");
}

type EventKind = "completed" | "expired" | "async_payment_succeeded" | "async_payment_failed";

export function pageEvent(
  kind: EventKind,
  page: Stripe.Checkout.Session,
  id = `evt_${randomBytes(8).toString("hex")}`,
) {
  return { id, object: "event", type: `checkout.session.${kind}`, data: { object: page } };
}

/** Signed as Stripe does, by its own SDK; `at` in ms. */
export function signed(event: object, secret = process.env.STRIPE_WEBHOOK_SECRET ?? "", at = Date.now()) {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(at / 1_000);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { body: Buffer.from(payload), signature };
}

/** What the webhook's route does. */
export async function post(event: object): Promise<void> {
  const { body, signature } = signed(event);
  const read = await readPaymentEvent(body, signature);
  if (read === null) throw new Error("The signature is wrong.");
  await takePaymentEvent(read);
}
