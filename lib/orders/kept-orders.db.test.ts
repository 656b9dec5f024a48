import { describe, expect, it } from "vitest";
import { deleteDueUsers } from "@/lib/admin/delete-user";
import { db } from "@/lib/db/client";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { ordersKeptSince } from "@/lib/retention";
import { readOrders } from "@/lib/users/own-data-lists";
import { visitor } from "@/test/login-parts";
import { addProduct, delivery, orderNow } from "@/test/order-parts";
import { openTestSession } from "@/test/passkey-parts";
import { acceptOrder, cancelOrder, enqueueOrderMail } from "./change-order";
import { cancelOwnOrder } from "./own-orders";

const rowOf = (id: string) => db().order.findUnique({ where: { id }, include: { lines: true } });

async function memberWithOrder() {
  const session = await openTestSession();
  const kettle = await addProduct();
  const order = await orderNow(session, { [kettle.id]: 1 });
  return { session, userId: session.user.id, kettle, ...order };
}

async function deleteAccount(userId: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { deletionAskedAt: new Date(0) } });
  await deleteDueUsers(new Date(1), null);
  expect(await db().user.count({ where: { id: userId } })).toBe(0);
}

describe("the orders of a deleted account", () => {
  it("keep what the law asks for, and nothing that leads to the member or that people wrote", async () => {
    const { id, number, userId } = await memberWithOrder();
    await db().order.update({ where: { id }, data: { cancelReason: "The member asked" } });
    await deleteAccount(userId);
    expect(await rowOf(id)).toMatchObject({
      ...delivery,
      number,
      userId: null,
      note: null,
      cancelReason: null,
      totalCents: 4_800,
      lines: [{ name: "Kettle", quantity: 1, unitPriceCents: 4_800 }],
    });
  });

  it("can still be accepted, and nobody is mailed", async () => {
    const { id, userId } = await memberWithOrder();
    await deleteAccount(userId);
    const accepted = await db().$transaction(async (transaction) => {
      const order = await acceptOrder(transaction, id);
      if (order !== null) await enqueueOrderMail(transaction, order, { act: "placed", reason: null });
      return order;
    });
    expect(accepted).toMatchObject({ id, userId: null, email: null });
    expect(await db().outboxMail.count({ where: { key: { contains: id } } })).toBe(0);
  });

  it("go with the next daily job if they were cancelled and never paid", async () => {
    const cancelled = await memberWithOrder();
    await cancelOwnOrder(cancelled.session, cancelled.number, visitor);
    const paid = await memberWithOrder();
    await db().order.update({ where: { id: paid.id }, data: { paidAt: new Date() } });
    await db().$transaction((transaction) => cancelOrder(transaction, { id: paid.id, from: ["PLACED"], reason: null }));
    await runDailyJob();
    expect(await rowOf(cancelled.id)).not.toBeNull();
    for (const { userId } of [cancelled, paid]) await deleteAccount(userId);
    await runDailyJob();
    expect([await rowOf(cancelled.id), await rowOf(paid.id)]).toEqual([null, expect.anything()]);
  });
});

describe("old orders", () => {
  it("are deleted ten years after the end of their year", async () => {
    expect(ordersKeptSince(new Date("2036-12-31T23:59:59Z"))).toEqual(new Date("2026-01-01T00:00:00Z"));
    const since = ordersKeptSince(new Date());
    const [old, younger] = [await memberWithOrder(), await memberWithOrder()];
    await db().order.update({ where: { id: old.id }, data: { placedAt: new Date(since.getTime() - 1) } });
    await db().order.update({ where: { id: younger.id }, data: { placedAt: since } });
    await runDailyJob();
    expect([await rowOf(old.id), await rowOf(younger.id)]).toEqual([null, expect.anything()]);
  });
});

describe("the orders in the file of one's own data", () => {
  it("are the member's own, with their lines and without keys", async () => {
    const { userId, number } = await memberWithOrder();
    await memberWithOrder();
    const orders: object[] = [];
    for await (const page of readOrders(userId)) orders.push(...page);
    expect(orders).toEqual([
      expect.objectContaining({ number, name: delivery.name, note: delivery.note, lines: [expect.anything()] }),
    ]);
    expect(JSON.stringify(orders)).not.toContain("idempotencyKey");
  });
});
