import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { cancelOrder } from "@/lib/orders/change-order";
import { cancelOwnOrder } from "@/lib/orders/own-orders";
import { inbox, visitor } from "@/test/login-parts";
import { stockOf } from "@/test/order-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import {
  openPage,
  orderByCard,
  orderRow,
  pageEvent,
  pageOf,
  paidAtStripe,
  post,
  signed,
  stripe,
} from "@/test/payment-parts";
import { lookAtPayment, startPayment } from "./pay-order";
import { readPaymentEvent } from "./stripe";

const subjectsTo = async (email: string) => (await inbox.messages({ to: email })).map(({ subject }) => subject);

/** Paid, or cancelled and to be paid back: never both, and never neither. */
async function expectNoMoneyLost(id: string, kettleId: string): Promise<void> {
  const { state, paidAt, refunds } = await orderRow(id);
  expect(paidAt).not.toBeNull();
  expect(refunds).toHaveLength(state === "CANCELLED" ? 1 : 0);
  expect(await stockOf(kettleId)).toBe(state === "CANCELLED" ? 5 : 3);
}

describe("the payment page of an order", () => {
  it("has the order's lines, currency, language and buyer, ends when the order does, and is mailed to nobody", async () => {
    const order = await orderByCard();
    await openPage(order);
    const page = await pageOf(order.id);
    const { payBy } = await orderRow(order.id);
    expect(page).toMatchObject({
      ...{ amount_total: 9_600, currency: "eur", locale: "en", customer_email: order.email, payment_status: "unpaid" },
      ...{
        client_reference_id: order.id,
        metadata: { order: order.id },
        expires_at: Math.floor(Number(payBy) / 1_000),
      },
      success_url: `http://localhost:3000/account/orders/${order.number}?notice=RETURNED`,
    });
    await sendMailsOf(order.userId);
    expect(await subjectsTo(order.email)).toEqual([]);
  });

  it("is the same one for each press, also for presses at once and after a crash before it was noted", async () => {
    const order = await orderByCard();
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => startPayment(order.session, order.number, visitor)),
    );
    const urls = presses.flatMap((press) => (press.kind === "PAGE" ? [press.url] : []));
    expect(new Set(urls).size).toBe(1);
    await db().order.update({ where: { id: order.id }, data: { paymentId: null } });
    expect(await openPage(order)).toBe(urls[0]);
  });

  it("is made after an outage of Stripe, which the order outlives, with time to pay", async () => {
    const order = await orderByCard();
    await inbox.addFault({ preset: "stripe-down", to: order.email });
    expect(await startPayment(order.session, order.number, visitor)).toEqual({ kind: "LATE" });
    expect(await orderRow(order.id)).toMatchObject({ state: "PLACED", paymentId: null });
    await inbox.clearFaultsOf(order.email);
    await db().order.update({ where: { id: order.id }, data: { payBy: new Date(Date.now() + 60_000) } });
    await openPage(order);
    expect(Number((await orderRow(order.id)).payBy)).toBeGreaterThan(Date.now() + 30 * 60_000);
  });

  it("is made once when Stripe's answer to the first try is lost", async () => {
    const order = await orderByCard();
    await inbox.addFault({ match: { to: order.email, times: 1 }, action: { drop: "after" } });
    const url = await openPage(order);
    expect(url).toContain((await orderRow(order.id)).paymentId);
    const made = (await inbox.journal({ to: order.email, path: "/v1/checkout/sessions" })).filter(
      ({ method }) => method === "POST",
    );
    expect(made.length).toBeGreaterThan(1);
  });

  it("opens for its owner alone, and not for an order that is cancelled or paid", async () => {
    const order = await orderByCard();
    expect(await startPayment(await openTestSession(), order.number, visitor)).toEqual({ kind: "UNKNOWN" });
    await openPage(order);
    await cancelOwnOrder(order.session, order.number, visitor);
    expect(await startPayment(order.session, order.number, visitor)).toEqual({ kind: "NOT_DUE" });
    const paid = await paidAtStripe();
    expect(await startPayment(paid.session, paid.number, visitor)).toEqual({ kind: "NOT_DUE" });
    expect((await orderRow(paid.id)).paidAt).not.toBeNull();
  });
});

describe("an event of Stripe", () => {
  it("counts with a right and fresh signature only (R44)", async () => {
    const { page } = await paidAtStripe();
    const event = pageEvent("completed", page);
    const { body, signature } = signed(event);
    expect(await readPaymentEvent(body, signature)).toMatchObject({ about: "page", page: { state: "PAID" } });
    const tampered = Buffer.from(body.toString().replace('"amount_total":9600', '"amount_total":1'));
    expect(await readPaymentEvent(tampered, signature)).toBeNull();
    expect(await readPaymentEvent(body, null)).toBeNull();
    expect(await readPaymentEvent(body, signed(event, "whsec_other").signature)).toBeNull();
    expect(await readPaymentEvent(body, signed(event, undefined, Date.now() - 6 * 60_000).signature)).toBeNull();
    for (const none of ["", "v1=", `t=${Math.floor(Date.now() / 1_000)},v1=`])
      expect(await readPaymentEvent(body, none), none).toBeNull();
  });

  it("makes an order paid once, audited and mailed once, when it arrives five times at once and again later (R44)", async () => {
    const { id, userId, email, number, kettle, page } = await paidAtStripe();
    const event = pageEvent("completed", page);
    await Promise.all(Array.from({ length: 5 }, () => post(event)));
    await post(event);
    await post(pageEvent("async_payment_succeeded", page));
    expect(await orderRow(id)).toMatchObject({ state: "PLACED", paidAt: expect.any(Date), payBy: null, refunds: [] });
    expect(await eventsOf(userId, "order_paid")).toHaveLength(1);
    await sendMailsOf(userId);
    expect(await subjectsTo(email)).toEqual([expect.stringContaining(`We have your order ${number} and your payment`)]);
    expect(await stockOf(kettle.id)).toBe(3);
  });

  it("that the page expired cancels the order once, returns its pieces, and changes nothing of a paid one", async () => {
    const order = await orderByCard();
    await openPage(order);
    const page = await stripe().checkout.sessions.expire((await orderRow(order.id)).paymentId ?? "");
    await Promise.all([1, 2, 3].map(() => post(pageEvent("expired", page))));
    expect(await orderRow(order.id)).toMatchObject({ state: "CANCELLED", paidAt: null, refunds: [] });
    expect(await stockOf(order.kettle.id)).toBe(5);
    expect(await eventsOf(order.userId, "order_cancelled")).toHaveLength(1);
    await sendMailsOf(order.userId);
    expect(await subjectsTo(order.email)).toEqual([expect.stringContaining(`${order.number} was not paid`)]);

    const paid = await paidAtStripe();
    await post(pageEvent("completed", paid.page));
    await post(pageEvent("expired", { ...paid.page, status: "expired", payment_status: "unpaid" }));
    await expectNoMoneyLost(paid.id, paid.kettle.id);
  });

  it("about a page that is not the order's own cancels nothing", async () => {
    const order = await orderByCard();
    await openPage(order);
    const page = await pageOf(order.id);
    await post(pageEvent("expired", { ...page, id: "cs_test_earlier", status: "expired" }));
    expect((await orderRow(order.id)).state).toBe("PLACED");
  });

  it("about a payment that is still under way changes nothing until it fails", async () => {
    const order = await orderByCard();
    await openPage(order);
    const page = { ...(await pageOf(order.id)), status: "complete" as const };
    await post(pageEvent("completed", page));
    expect(await orderRow(order.id)).toMatchObject({ state: "PLACED", paidAt: null });
    await post(pageEvent("async_payment_failed", page));
    expect(await orderRow(order.id)).toMatchObject({ state: "CANCELLED", paidAt: null, refunds: [] });
  });

  it.each([
    ["another amount", { amount_total: 100 }],
    ["another currency", { currency: "usd" }],
  ])("with %s does not pay the order: the money goes back, and staff can see why", async (_, change) => {
    const { id, userId, kettle, page } = await paidAtStripe();
    await post(pageEvent("completed", { ...page, ...change }));
    expect(await orderRow(id)).toMatchObject({ state: "CANCELLED", paidAt: null, refunds: [{ paymentId: page.id }] });
    expect(await stockOf(kettle.id)).toBe(5);
    expect(await eventsOf(userId, "payment_rejected")).toHaveLength(1);
  });

  it("about a second payment gives that one back, and keeps the first", async () => {
    const { id, page } = await paidAtStripe();
    await post(pageEvent("completed", page));
    await post(pageEvent("completed", { ...page, id: `${page.id}2` }));
    expect(await orderRow(id)).toMatchObject({
      ...{ state: "PLACED", paymentId: page.id, paidAt: expect.any(Date) },
      refunds: [{ paymentId: `${page.id}2` }],
    });
  });

  it("about another shop's order is taken and ignored", async () => {
    const { page } = await paidAtStripe();
    for (const order of ["0198c1a4-0000-7000-8000-000000000000", "42", "'"])
      await post(pageEvent("completed", { ...page, metadata: { order } }));
    await post({ id: "evt_other", object: "event", type: "customer.created", data: { object: {} } });
    expect(await db().paymentEvent.count({ where: { id: "evt_other" } })).toBe(0);
  });
});

describe("at once", () => {
  it("the payment and the end of its page: one wins, and no money is lost", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, kettle, page } = await paidAtStripe();
      await Promise.all([
        post(pageEvent("completed", page)),
        post(pageEvent("expired", { ...page, status: "expired", payment_status: "unpaid" })),
      ]);
      await expectNoMoneyLost(id, kettle.id);
    }
  });

  it("the payment and the member who cancels: the pieces return once, and the money goes back", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, number, session, kettle, page } = await paidAtStripe();
      const [, outcome] = await Promise.all([
        post(pageEvent("completed", page)),
        cancelOwnOrder(session, number, visitor),
      ]);
      expect(outcome).toBe("CANCELLED");
      expect((await orderRow(id)).state).toBe("CANCELLED");
      await expectNoMoneyLost(id, kettle.id);
    }
  });

  it("the payment, staff who cancel, and the end of the page", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, kettle, page } = await paidAtStripe();
      await Promise.all([
        post(pageEvent("completed", page)),
        post(pageEvent("expired", { ...page, status: "expired", payment_status: "unpaid" })),
        db().$transaction((transaction) =>
          cancelOrder(transaction, { id, from: ["PLACED", "ACCEPTED"], reason: "Broken" }),
        ),
      ]);
      await expectNoMoneyLost(id, kettle.id);
    }
  });
});

describe("a member who comes back from the page", () => {
  it("sees the payment though Stripe's event has not come", async () => {
    const { id, userId } = await paidAtStripe();
    await lookAtPayment(userId, await orderRow(id));
    expect((await orderRow(id)).paidAt).not.toBeNull();
  });

  it("changes nothing by the address alone", async () => {
    const order = await orderByCard();
    await openPage(order);
    await lookAtPayment(order.userId, await orderRow(order.id));
    expect(await orderRow(order.id)).toMatchObject({ state: "PLACED", paidAt: null });
  });

  it("sees an order whose time is over as cancelled, and can no longer pay on the page", async () => {
    const order = await orderByCard();
    const url = await openPage(order);
    await db().order.update({ where: { id: order.id }, data: { payBy: new Date(Date.now() - 1) } });
    await lookAtPayment(order.userId, await orderRow(order.id));
    expect((await orderRow(order.id)).state).toBe("CANCELLED");
    expect(await inbox.pay(url)).toBeNull();
  });
});
