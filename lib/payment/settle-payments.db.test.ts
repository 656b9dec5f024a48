import { describe, expect, it } from "vitest";
import { deleteOldBatch } from "@/lib/admin/delete-old-records";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { cancelOrder } from "@/lib/orders/change-order";
import { cancelOwnOrder } from "@/lib/orders/own-orders";
import { inbox, visitor } from "@/test/login-parts";
import { stockOf } from "@/test/order-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf } from "@/test/passkey-parts";
import { openPage, orderByCard, orderRow, pageEvent, paidAtStripe, post, stripe } from "@/test/payment-parts";
import { lookAtPayment, startPayment } from "./pay-order";
import { settlePayments } from "./settle-payments";

const endTime = (id: string) =>
  db().order.update({ where: { id }, data: { payBy: new Date(Date.now() - 5 * 60_000) } });

async function paidAndCancelled() {
  const order = await paidAtStripe();
  await post(pageEvent("completed", order.page));
  await cancelOwnOrder(order.session, order.number, visitor);
  return order;
}

describe("an order that is not paid in time", () => {
  it("is cancelled once, though several processes look at once, and its page takes no more money", async () => {
    const order = await orderByCard();
    const url = await openPage(order);
    await endTime(order.id);
    await Promise.all([settlePayments(), settlePayments(), settlePayments()]);
    expect((await orderRow(order.id)).state).toBe("CANCELLED");
    expect(await stockOf(order.kettle.id)).toBe(5);
    expect(await eventsOf(order.userId, "order_cancelled")).toHaveLength(1);
    expect(await inbox.pay(url)).toBeNull();
  });

  it("is cancelled without a page too", async () => {
    const order = await orderByCard();
    await endTime(order.id);
    await settlePayments();
    expect((await orderRow(order.id)).state).toBe("CANCELLED");
  });

  it("is kept if it was paid at the last moment", async () => {
    const { id, kettle } = await paidAtStripe();
    await endTime(id);
    await settlePayments();
    expect(await orderRow(id)).toMatchObject({ state: "PLACED", paidAt: expect.any(Date), refunds: [] });
    expect(await stockOf(kettle.id)).toBe(3);
  });

  it("is cancelled where the shop has no keys of Stripe any longer, unless somebody may still pay on a page", async () => {
    const [bare, open] = [await orderByCard(), await orderByCard()];
    await openPage(open);
    for (const { id } of [bare, open]) await endTime(id);
    const settings = env() as { STRIPE_SECRET_KEY: string | undefined };
    const { STRIPE_SECRET_KEY: own } = settings;
    settings.STRIPE_SECRET_KEY = undefined;
    try {
      expect(await settlePayments()).toMatchObject({ failed: 0 });
      expect((await orderRow(bare.id)).state).toBe("CANCELLED");
      expect((await orderRow(open.id)).state).toBe("PLACED");
      expect(await startPayment(open.session, open.number, visitor)).toEqual({ kind: "LATE" });
      await lookAtPayment(open.userId, await orderRow(open.id));
    } finally {
      settings.STRIPE_SECRET_KEY = own;
    }
    await settlePayments();
    expect((await orderRow(open.id)).state).toBe("CANCELLED");
  });

  it("waits while Stripe does not answer, since somebody may still pay", async () => {
    const order = await orderByCard();
    await openPage(order);
    await endTime(order.id);
    await inbox.addFault({ preset: "stripe-down", to: order.email });
    await settlePayments();
    expect((await orderRow(order.id)).state).toBe("PLACED");
    await inbox.clearFaultsOf(order.email);
    await settlePayments();
    expect((await orderRow(order.id)).state).toBe("CANCELLED");
  });
});

describe("a paid order that is cancelled", () => {
  it("is paid back once, audited and mailed once, though several processes try", async () => {
    const { id, userId, email, number, page } = await paidAndCancelled();
    expect(await orderRow(id)).toMatchObject({ refunds: [{ refundedAt: null, failedAt: null }] });
    await Promise.all([settlePayments(), settlePayments(), settlePayments()]);
    await settlePayments();
    expect(await orderRow(id)).toMatchObject({ refunds: [{ refundedAt: expect.any(Date), dueAt: null }] });
    expect(await eventsOf(userId, "order_refunded")).toHaveLength(1);
    await sendMailsOf(userId);
    const subjects = (await inbox.messages({ to: email })).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject?.includes(`paid back your order ${number}`))).toHaveLength(1);
    const again = stripe().refunds.create({ payment_intent: String(page.payment_intent) });
    await expect(again).rejects.toMatchObject({ code: "charge_already_refunded" });
  });

  it("is paid back after an outage of Stripe", async () => {
    const { id, email } = await paidAndCancelled();
    await inbox.addFault({ preset: "stripe-down", to: email });
    await settlePayments();
    const { refunds } = await orderRow(id);
    expect(refunds).toMatchObject([{ refundedAt: null, failedAt: null, attempts: 1 }]);
    expect(Number(refunds[0]?.dueAt)).toBeGreaterThan(Date.now());
    await inbox.clearFaultsOf(email);
    await db().refund.updateMany({ where: { orderId: id }, data: { dueAt: new Date() } });
    await settlePayments();
    expect(await orderRow(id)).toMatchObject({ refunds: [{ refundedAt: expect.any(Date) }] });
  });

  it("is paid back when staff cancel what they had accepted", async () => {
    const order = await paidAtStripe();
    await post(pageEvent("completed", order.page));
    await db().order.update({ where: { id: order.id }, data: { state: "ACCEPTED" } });
    const reason = "Broken";
    await db().$transaction((transaction) => cancelOrder(transaction, { id: order.id, from: ["ACCEPTED"], reason }));
    await settlePayments();
    expect(await orderRow(order.id)).toMatchObject({ refunds: [{ refundedAt: expect.any(Date) }] });
  });

  it("shows staff a refund that Stripe refuses, and one that the bank returns", async () => {
    const refused = await paidAndCancelled();
    await inbox.addFault({ match: { to: refused.email, path: "refunds" }, action: { status: 400 } });
    await settlePayments();
    expect(await orderRow(refused.id)).toMatchObject({ refunds: [{ failedAt: expect.any(Date), dueAt: null }] });
    expect(await eventsOf(refused.userId, "order_refund_failed")).toHaveLength(1);

    const returned = await paidAndCancelled();
    await settlePayments();
    const object = { object: "refund", id: "re_1", status: "failed", metadata: { page: returned.page.id } };
    const event = { id: `evt_${returned.id}`, object: "event", type: "refund.failed", data: { object } };
    await Promise.all([post(event), post(event)]);
    expect(await orderRow(returned.id)).toMatchObject({ refunds: [{ failedAt: expect.any(Date), refundedAt: null }] });
    expect(await eventsOf(returned.userId, "order_refund_failed")).toHaveLength(1);
  });

  it("is paid back after its account was deleted, and mails nobody", async () => {
    const order = await paidAndCancelled();
    await db().user.delete({ where: { id: order.userId } });
    await deleteOldBatch.order(new Date());
    await settlePayments();
    expect(await orderRow(order.id)).toMatchObject({ userId: null, refunds: [{ refundedAt: expect.any(Date) }] });
  });
});

describe("what is kept", () => {
  it("is an unpaid order of a deleted account only while money of it goes back", async () => {
    const order = await paidAtStripe();
    await post(pageEvent("completed", { ...order.page, amount_total: 1 }));
    await db().user.delete({ where: { id: order.userId } });
    await deleteOldBatch.order(new Date());
    expect(await db().order.count({ where: { id: order.id } })).toBe(1);
    await db().refund.deleteMany({ where: { orderId: order.id } });
    await deleteOldBatch.order(new Date());
    expect(await db().order.count({ where: { id: order.id } })).toBe(0);
  });

  it("are Stripe's events for 90 days", async () => {
    const day = 24 * 60 * 60_000;
    for (const [id, days] of [
      ["evt_old", 91],
      ["evt_young", 89],
    ] as const)
      await db().paymentEvent.create({ data: { id, kind: "-", receivedAt: new Date(Date.now() - days * day) } });
    await deleteOldBatch.paymentEvent(new Date());
    expect(await db().paymentEvent.findMany({ where: { kind: "-" }, select: { id: true } })).toEqual([
      { id: "evt_young" },
    ]);
  });
});
