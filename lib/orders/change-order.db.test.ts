import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { inbox, visitor } from "@/test/login-parts";
import { addProduct, orderNow, stockOf } from "@/test/order-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import { acceptOrder, cancelOrder, markOrderSent } from "./change-order";
import { cancelOwnOrder, findOwnOrder, listOwnOrders, readOrderNumber } from "./own-orders";

const accept = (id: string) => db().$transaction((transaction) => acceptOrder(transaction, id));
const send = (id: string) => db().$transaction((transaction) => markOrderSent(transaction, id));
const cancelAsStaff = (id: string) =>
  db().$transaction((transaction) => cancelOrder(transaction, { id, from: ["PLACED", "ACCEPTED"], reason: "Broken" }));

async function newOrder(stock = 5) {
  const session = await openTestSession();
  const kettle = await addProduct({ stock });
  const order = await orderNow(session, { [kettle.id]: 2 });
  return { session, kettle, ...order };
}

describe("the states of an order", () => {
  it("go from placed to accepted to sent, and each change happens once", async () => {
    const { id, session } = await newOrder();
    expect(await send(id)).toBeNull();
    expect(await accept(id)).toMatchObject({ id, userId: session.user.id, email: session.user.email, locale: "en" });
    expect(await accept(id)).toBeNull();
    expect(await send(id)).toMatchObject({ id });
    expect(await cancelAsStaff(id)).toBeNull();
    const order = await db().order.findUniqueOrThrow({ where: { id } });
    expect(order).toMatchObject({ state: "SENT", acceptedAt: expect.any(Date), sentAt: expect.any(Date) });
  });

  it("wait for the payment of an order by card", async () => {
    const { id } = await newOrder();
    await db().order.update({ where: { id }, data: { payment: "CARD" } });
    expect(await accept(id)).toBeNull();
    await db().order.update({ where: { id }, data: { paidAt: new Date() } });
    expect(await accept(id)).toMatchObject({ id });
  });

  it("return the stock once when staff and the member cancel at once", async () => {
    const { id, number, kettle, session } = await newOrder();
    const [byStaff, bySelf, again] = await Promise.all([
      cancelAsStaff(id),
      cancelOwnOrder(session, number, visitor),
      cancelOwnOrder(session, number, visitor),
    ]);
    expect([bySelf, again].every((outcome) => outcome === "CANCELLED" || outcome === "TOO_LATE")).toBe(true);
    expect(byStaff !== null || bySelf === "CANCELLED" || again === "CANCELLED").toBe(true);
    expect(await stockOf(kettle.id)).toBe(5);
  });

  it("leave one winner when staff accept while the member cancels", async () => {
    for (let round = 0; round < 10; round++) {
      const { id, number, kettle, session } = await newOrder();
      const [accepted, cancelled] = await Promise.all([accept(id), cancelOwnOrder(session, number, visitor)]);
      expect(cancelled).toBe(accepted === null ? "CANCELLED" : "TOO_LATE");
      expect(await stockOf(kettle.id)).toBe(accepted === null ? 5 : 3);
    }
  });

  it("return no stock to a product that is not counted or gone", async () => {
    const { id, kettle } = await newOrder();
    await db().product.update({ where: { id: kettle.id }, data: { stock: null } });
    expect(await cancelAsStaff(id)).toMatchObject({ id });
    expect(await stockOf(kettle.id)).toBeNull();
    const other = await newOrder();
    await db().product.delete({ where: { id: other.kettle.id } });
    expect(await cancelAsStaff(other.id)).toMatchObject({ id: other.id });
  });
});

describe("a member's orders", () => {
  it("are cancelled until staff accept, audited and mailed once", async () => {
    const { number, session, kettle } = await newOrder();
    const { id: userId, email } = session.user;
    expect(await cancelOwnOrder(session, number, visitor)).toBe("CANCELLED");
    expect(await cancelOwnOrder(session, number, visitor)).toBe("CANCELLED");
    expect(await stockOf(kettle.id)).toBe(5);
    expect(await eventsOf(userId, "order_cancelled")).toHaveLength(1);
    await sendMailsOf(userId);
    const subjects = (await inbox.messages({ to: email })).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject?.includes(`Your order ${number} is cancelled`))).toHaveLength(1);
  });

  it("are nobody else's: another's number is answered as an unknown one", async () => {
    const { number, id } = await newOrder();
    const stranger = await openTestSession();
    expect(await findOwnOrder(stranger.user.id, number)).toBeNull();
    expect(await cancelOwnOrder(stranger, number, visitor)).toBe("UNKNOWN");
    expect(await cancelOwnOrder(stranger, 999_999_999, visitor)).toBe("UNKNOWN");
    expect((await db().order.findUniqueOrThrow({ where: { id } })).state).toBe("PLACED");
  });

  it("are listed by pages, newest first", async () => {
    const session = await openTestSession();
    const kettle = await addProduct();
    const { number } = await orderNow(session, { [kettle.id]: 3 });
    const row = await db().order.findUniqueOrThrow({ where: { number }, omit: { id: true, number: true } });
    for (let older = 1; older <= 20; older++) {
      const placedAt = new Date(row.placedAt.getTime() + older);
      await db().order.create({ data: { ...row, idempotencyKey: `${older}`, placedAt } });
    }
    const first = await listOwnOrders(session.user.id, null);
    expect(first.orders).toHaveLength(20);
    const second = await listOwnOrders(session.user.id, first.next);
    expect(second).toMatchObject({ orders: [{ number, pieces: 3, state: "PLACED" }], next: null });
  });

  it("have numbers of digits alone", () => {
    expect(["10001", "0", "-1", "1e3", "1234567890", "x", undefined].map(readOrderNumber)).toEqual([
      10_001,
      ...Array(6).fill(null),
    ]);
  });
});
