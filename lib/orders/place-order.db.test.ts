import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askForDeletion } from "@/lib/auth/account/ask-for-deletion";
import { db } from "@/lib/db/client";
import { isDatabaseUnavailable } from "@/lib/db/database-errors";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { inbox, visitor } from "@/test/login-parts";
import { addProduct, delivery, orderForm, orderNow, putInBag, stockOf } from "@/test/order-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession, proveNow } from "@/test/passkey-parts";
import { whileOpen } from "@/test/while-open";
import { type MemberSession, type OrderForm, placeOrder } from "./place-order";

process.env.DATABASE_POOL_SIZE = "15";

type Buyer = { session: MemberSession; form: OrderForm };

/** On a busy machine some find no connection in time, and are told to try again. */
async function pressUntilAnswered({ session, form }: Buyer): ReturnType<typeof placeOrder> {
  try {
    return await placeOrder(session, form, visitor);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return await pressUntilAnswered({ session, form });
  }
}

const ordersOf = (userId: string) => db().order.findMany({ where: { userId }, include: { lines: true } });

describe("placing an order", () => {
  it("stores the lines as bought, takes the stock, empties the bag, and is audited without an address", async () => {
    const session = await openTestSession();
    const userId = session.user.id;
    const [kettle, jug] = [await addProduct({ stock: 5 }), await addProduct({ stock: null, memberPriceCents: 900 })];
    await db().productText.create({
      data: { productId: kettle.id, locale: "es", name: "Hervidor", tagline: "-", description: "-", category: "-" },
    });
    await putInBag(userId, { [kettle.id]: 2, [jug.id]: 1 });
    const placed = await placeOrder(session, await orderForm(userId, { locale: "es" }), visitor);
    expect(placed).toMatchObject({ ok: true });
    await db().product.update({ where: { id: kettle.id }, data: { name: "Renamed", memberPriceCents: 1 } });
    const [order] = await ordersOf(userId);
    expect(order).toMatchObject({ ...delivery, totalCents: 10_500, currency: "EUR", state: "PLACED", locale: "es" });
    expect(order?.number).toBeGreaterThan(10_000);
    expect(order?.lines).toEqual([
      expect.objectContaining({ productId: kettle.id, name: "Hervidor", quantity: 2, unitPriceCents: 4_800 }),
      expect.objectContaining({ productId: jug.id, name: "Kettle", quantity: 1, unitPriceCents: 900 }),
    ]);
    expect([await stockOf(kettle.id), await stockOf(jug.id)]).toEqual([3, null]);
    expect(await db().bagItem.count({ where: { bag: { userId } } })).toBe(0);
    const [event] = await eventsOf(userId, "order_placed");
    expect(event?.details).toEqual({ number: order?.number, totalCents: 10_500, currency: "EUR" });
  });

  it("mails its number, lines and total in the language of the order, without the address", async () => {
    const session = await openTestSession();
    const { id: userId, email } = session.user;
    const kettle = await addProduct({ stock: 5 });
    await putInBag(userId, { [kettle.id]: 2 });
    const placed = await placeOrder(session, await orderForm(userId, { locale: "es" }), visitor);
    await sendMailsOf(userId);
    const [mail] = await inbox.messages({ to: email });
    const number = placed.ok ? placed.value.number : 0;
    expect(mail?.subject).toContain(`Hemos recibido tu pedido ${number}`);
    for (const part of ["2 × Kettle: 96 €", "Importe total: 96 €", `/account/orders/${number}`])
      expect(mail?.text.replaceAll("\u00a0", " ")).toContain(part);
    expect(mail?.text).not.toContain("James");
  });

  it("answers a second press with the same order, also when both arrive at once", async () => {
    const session = await openTestSession();
    const kettle = await addProduct({ stock: 9 });
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const form = await orderForm(session.user.id);
    const presses = await Promise.all(Array.from({ length: 5 }, () => placeOrder(session, form, visitor)));
    const later = await placeOrder(session, form, visitor);
    const numbers = [...presses, later].map((press) => (press.ok ? press.value.number : press.error));
    expect(new Set(numbers).size).toBe(1);
    expect(await ordersOf(session.user.id)).toHaveLength(1);
    expect(await stockOf(kettle.id)).toBe(8);
    expect(await eventsOf(session.user.id, "order_placed")).toHaveLength(1);
  });

  it("makes one order of one bag when two sessions of a member press at once", async () => {
    const session = await openTestSession();
    const other = await openTestSession(session.user.id);
    const kettle = await addProduct({ stock: 9 });
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const forms = [await orderForm(session.user.id), await orderForm(session.user.id)] as const;
    const placed = await Promise.all([placeOrder(session, forms[0], visitor), placeOrder(other, forms[1], visitor)]);
    expect(placed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stockOf(kettle.id)).toBe(8);
  });

  it("sells the last piece once to fifty members at once", async () => {
    const kettle = await addProduct({ stock: 1 });
    const buyers: Buyer[] = [];
    while (buyers.length < 50) {
      const session = await openTestSession();
      await putInBag(session.user.id, { [kettle.id]: 1 });
      buyers.push({ session, form: await orderForm(session.user.id) });
    }
    const placed = await Promise.all(buyers.map(pressUntilAnswered));
    expect(placed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(placed.filter((each) => !each.ok && each.error === "OFFER_CHANGED")).toHaveLength(49);
    expect(await stockOf(kettle.id)).toBe(0);
    expect(await db().orderLine.count({ where: { productId: kettle.id } })).toBe(1);
  });

  it("does not deadlock when members order the same products in another order", async () => {
    const products = [await addProduct({ stock: 50 }), await addProduct({ stock: 50 })];
    const ids = products.map(({ id }) => id);
    const buyers = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const session = await openTestSession();
        for (const id of index % 2 === 0 ? ids : ids.toReversed()) await putInBag(session.user.id, { [id]: 1 });
        return { session, form: await orderForm(session.user.id) };
      }),
    );
    const placed = await Promise.all(buyers.map(({ session, form }) => placeOrder(session, form, visitor)));
    expect(placed.every(({ ok }) => ok)).toBe(true);
    expect(await Promise.all(ids.map(stockOf))).toEqual([40, 40]);
  });

  it.each([
    ["a price changed", { memberPriceCents: 4_900 }],
    ["fewer are left", { stock: 1 }],
    ["it is sold out", { stock: 0 }],
    ["it is hidden", { hiddenAt: new Date() }],
  ])("orders nothing when %s after the page was shown", async (_, change) => {
    const session = await openTestSession();
    const [kettle, jug] = [await addProduct({ stock: 5 }), await addProduct()];
    await putInBag(session.user.id, { [kettle.id]: 2, [jug.id]: 1 });
    const form = await orderForm(session.user.id);
    await db().product.update({ where: { id: kettle.id }, data: change });
    expect(await placeOrder(session, form, visitor)).toEqual({ ok: false, error: "OFFER_CHANGED" });
    expect(await ordersOf(session.user.id)).toEqual([]);
    // The new offer was shown, and is confirmed.
    expect(await placeOrder(session, await orderForm(session.user.id), visitor)).toMatchObject({ ok: true });
  });

  it("waits for a price that staff are changing, and does not order at the old one", async () => {
    const session = await openTestSession();
    const kettle = await addProduct();
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const form = await orderForm(session.user.id);
    const placed = await whileOpen(
      (transaction) => transaction.product.update({ where: { id: kettle.id }, data: { memberPriceCents: 5_000 } }),
      () => placeOrder(session, form, visitor),
    );
    expect(placed).toEqual({ ok: false, error: "OFFER_CHANGED" });
  });

  it("never takes the price from the form", async () => {
    const session = await openTestSession();
    const kettle = await addProduct();
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const shown = [{ productId: kettle.id, quantity: 1, unitPriceCents: 1 }];
    const form = await orderForm(session.user.id, { shown });
    expect(await placeOrder(session, form, visitor)).toEqual({ ok: false, error: "OFFER_CHANGED" });
  });

  it("leaves in the bag what is sold out", async () => {
    const session = await openTestSession();
    const [kettle, jug] = [await addProduct({ stock: 0 }), await addProduct()];
    await orderNow(session, { [kettle.id]: 1, [jug.id]: 1 });
    const left = await db().bagItem.findMany({ where: { bag: { userId: session.user.id } } });
    expect(left.map(({ productId }) => productId)).toEqual([kettle.id]);
  });

  it("orders nothing from an empty bag, and nothing after the session ended", async () => {
    const session = await openTestSession();
    const empty = await orderForm(session.user.id);
    expect(await placeOrder(session, empty, visitor)).toEqual({ ok: false, error: "OFFER_CHANGED" });
    const kettle = await addProduct();
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const form = await orderForm(session.user.id);
    await proveNow(session, "delete-account");
    await askForDeletion(session, visitor);
    expect(await placeOrder(session, form, visitor)).toEqual({ ok: false, error: "SESSION_ENDED" });
  });

  it("is answered by the order of an earlier press, though the form now says another way to pay", async () => {
    const session = await openTestSession();
    const kettle = await addProduct();
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const form = await orderForm(session.user.id, { payment: "CARD" });
    const first = await placeOrder(session, form, visitor);
    expect(first).toMatchObject({ ok: true, value: { payment: "CARD" } });
    expect(await placeOrder(session, { ...form, payment: "INVOICE" }, visitor)).toMatchObject(first);
  });

  it("is refused where no payment could be that large, and nothing is taken", async () => {
    const session = await openTestSession();
    const crown = await addProduct({ memberPriceCents: 100_000_000, priceCents: 100_000_000, stock: 1 });
    await putInBag(session.user.id, { [crown.id]: 1 });
    const form = await orderForm(session.user.id);
    expect(await placeOrder(session, form, visitor)).toEqual({ ok: false, error: "TOTAL_TOO_HIGH" });
    expect(await stockOf(crown.id)).toBe(1);
  });

  it("is limited to twenty a day, without counting what was not ordered", async () => {
    const session = await openTestSession();
    const kettle = await addProduct();
    await placeOrder(session, await orderForm(session.user.id), visitor);
    for (let order = 0; order < 20; order++) await orderNow(session, { [kettle.id]: 1 });
    await putInBag(session.user.id, { [kettle.id]: 1 });
    const form = await orderForm(session.user.id, { idempotencyKey: randomUUID() });
    await expect(placeOrder(session, form, visitor)).rejects.toThrow(TooManyRequests);
  });
});
