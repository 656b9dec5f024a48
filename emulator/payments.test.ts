import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { realStripe } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("each test");

let stripe: Stripe;
beforeEach(() => {
  stripe = realStripe(emulator.url, names.stripeSecretKey);
});

const inMinutes = (minutes: number) => Math.floor(Date.now() / 1_000) + minutes * 60;

function asked(change: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    line_items: [
      { quantity: 2, price_data: { currency: "eur", unit_amount: 4_800, product_data: { name: "Kettle & “lid”" } } },
      { quantity: 1, price_data: { currency: "eur", unit_amount: 900, product_data: { name: "Jug" } } },
    ],
    success_url: "http://localhost:3000/paid",
    cancel_url: "http://localhost:3000/unpaid",
    expires_at: inMinutes(35),
    customer_email: "ada@example.com",
    client_reference_id: "an order",
    metadata: { order: "an order" },
    ...change,
  };
}

async function refused(promise: Promise<unknown>) {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Stripe.errors.StripeError)) throw new Error("It was not refused.", { cause: thrown });
  const { type, statusCode, code, param, message } = thrown;
  return { type, statusCode, code, param, message };
}

/** A server that keeps what is posted to it, and answers with the next of `statuses`, or 200. */
let closeReceiver = () => {};
afterEach(() => closeReceiver());

async function openReceiver(...statuses: number[]) {
  const posts: { body: string; signature: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      posts.push({ body, signature: String(request.headers["stripe-signature"]) });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closeReceiver = () => server.close();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  const { secret = "" } = await stripe.webhookEndpoints.create({
    url,
    enabled_events: ["checkout.session.completed", "checkout.session.expired", "refund.failed"],
  });
  const events = () =>
    posts.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, secret) as Stripe.Event);
  return { posts, events };
}

describe("a payment page", () => {
  test("is made with the total of its lines, and is open until it is paid", async () => {
    const made = await stripe.checkout.sessions.create(asked());
    expect(made).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 10_500, currency: "eur" });
    const page = await (await fetch(made.url ?? "")).text();
    expect(page).toContain("ada@example.com pays €105.00.");
    expect(await control.pay(made.url ?? "", "declined")).toBeNull();
    expect((await stripe.checkout.sessions.retrieve(made.id)).status).toBe("open");
    expect(await control.pay(made.url ?? "")).toBe("http://localhost:3000/paid");
    const paid = await stripe.checkout.sessions.retrieve(made.id);
    expect(paid).toMatchObject({ status: "complete", payment_status: "paid", metadata: { order: "an order" } });
    expect(await control.pay(made.url ?? "")).toBeNull();
    expect(await refused(stripe.checkout.sessions.expire(made.id))).toMatchObject({ statusCode: 400 });
  });

  test("expires on request and in time, and takes no money after it", async () => {
    const made = await stripe.checkout.sessions.create(asked());
    expect((await stripe.checkout.sessions.expire(made.id)).status).toBe("expired");
    expect(await control.pay(made.url ?? "")).toBeNull();
    const late = await stripe.checkout.sessions.create(asked({ customer_email: "late@example.com" }));
    await control.advanceClock(36 * 60_000, "late@example.com");
    expect((await stripe.checkout.sessions.retrieve(late.id)).status).toBe("expired");
  });

  test.each<[string, Partial<Stripe.Checkout.SessionCreateParams>]>([
    ["expires_at", { expires_at: inMinutes(20) }],
    ["expires_at", { expires_at: inMinutes(25 * 60) }],
    ["customer_email", { customer_email: "nobody" }],
    ["payment_method_types", { payment_method_types: ["card"] } as object],
  ])("is refused with a wrong %s", async (param, change) => {
    const refusal = await refused(stripe.checkout.sessions.create(asked(change)));
    expect(refusal).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400, param });
  });

  test("is made once for one idempotency key, and the key takes no other request", async () => {
    const [params, key] = [asked(), { idempotencyKey: "order-1" }];
    const [first, again] = [
      await stripe.checkout.sessions.create(params, key),
      await stripe.checkout.sessions.create(params, key),
    ];
    expect(again.id).toBe(first.id);
    const other = stripe.checkout.sessions.create({ ...params, locale: "es" }, key);
    expect(await refused(other)).toMatchObject({ type: "StripeIdempotencyError" });
  });

  test("is not found with another account's key or a wrong one", async () => {
    const made = await stripe.checkout.sessions.create(asked());
    const other = realStripe(emulator.url, (await control.addAccount()).stripeSecretKey);
    expect(await refused(other.checkout.sessions.retrieve(made.id))).toMatchObject({ code: "resource_missing" });
    const wrong = realStripe(emulator.url, "sk_test_wrong");
    expect(await refused(wrong.checkout.sessions.retrieve(made.id))).toMatchObject({ statusCode: 401 });
  });

  test("fails as a fault rule says", async () => {
    await control.addFault({ preset: "stripe-down", to: "ada@example.com", times: 1 });
    expect(await refused(stripe.checkout.sessions.create(asked()))).toMatchObject({ statusCode: 503 });
    expect((await stripe.checkout.sessions.create(asked())).status).toBe("open");
  });
});

describe("events", () => {
  test("are signed, and posted again until they are taken", async () => {
    const { posts, events } = await openReceiver(500);
    const { id, url } = await stripe.checkout.sessions.create(asked());
    await control.pay(url ?? "");
    await expect.poll(() => posts.length).toBe(1);
    await control.advanceClock(6_000);
    await expect.poll(() => posts.length).toBe(2);
    await control.resetClock();
    const [first, again] = events();
    expect(first).toMatchObject({
      type: "checkout.session.completed",
      data: { object: { id, payment_status: "paid" } },
    });
    expect(again?.id).toBe(first?.id);
  });

  test("tell of a page that expired, and not of what nobody asked for", async () => {
    const { events, posts } = await openReceiver();
    const { id } = await stripe.checkout.sessions.create(asked());
    await stripe.checkout.sessions.expire(id);
    await expect.poll(() => posts.length).toBe(1);
    expect(events()[0]).toMatchObject({
      type: "checkout.session.expired",
      data: { object: { id, status: "expired" } },
    });
  });

  test("go to endpoints whose secret is told once", async () => {
    await openReceiver();
    const { data } = await stripe.webhookEndpoints.list();
    expect(data).toHaveLength(1);
    expect(data[0]).not.toHaveProperty("secret");
  });
});

describe("a refund", () => {
  async function paid() {
    const { id, url } = await stripe.checkout.sessions.create(asked());
    await control.pay(url ?? "");
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id);
    return String(payment_intent);
  }

  test("gives the whole payment back, once", async () => {
    const payment_intent = await paid();
    const refund = await stripe.refunds.create({ payment_intent });
    expect(refund).toMatchObject({ amount: 10_500, currency: "eur", status: "succeeded", payment_intent });
    expect(await refused(stripe.refunds.create({ payment_intent }))).toMatchObject({ code: "charge_already_refunded" });
    expect(await refused(stripe.refunds.create({ payment_intent: "pi_none" }))).toMatchObject({ statusCode: 404 });
  });

  test("may fail later", async () => {
    const { events, posts } = await openReceiver();
    const { id } = await stripe.refunds.create({ payment_intent: await paid(), metadata: { order: "an order" } });
    await control.failRefund(names.accountSid, id);
    await expect.poll(() => posts.length).toBe(2);
    expect(events()[1]).toMatchObject({ type: "refund.failed", data: { object: { status: "failed" } } });
  });
});
