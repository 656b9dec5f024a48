import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { cancelOwnOrder } from "@/lib/orders/own-orders";
import { newAdmin, trailOf } from "@/test/admin-parts";
import { inbox, visitor } from "@/test/login-parts";
import { addProduct, orderNow, stockOf } from "@/test/order-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { openTestSession } from "@/test/passkey-parts";
import { acceptOrderAsAdmin, cancelOrderAsAdmin, sendOrderAsAdmin } from "./decide-order";

const changed = { ok: true, value: null };
const refused = { ok: false, error: "ORDER_CHANGED" };

async function newOrder() {
  const session = await openTestSession();
  const kettle = await addProduct({ stock: 5 });
  const order = await orderNow(session, { [kettle.id]: 2 });
  return { session, kettle, userId: session.user.id, email: session.user.email, ...order };
}

const readOrder = (id: string) => db().order.findUniqueOrThrow({ where: { id } });
const namesOf = async (userId: string) => (await trailOf(userId)).map(({ name }) => name);

describe("an order", () => {
  it("is accepted, then sent; each is in the trail and mailed in the language of the order", async () => {
    const admin = await newAdmin();
    const { id, number, userId, email } = await newOrder();
    await db().order.update({ where: { id }, data: { locale: "es" } });
    expect(await sendOrderAsAdmin(admin, number)).toEqual(refused);
    expect(await acceptOrderAsAdmin(admin, number)).toEqual(changed);
    expect(await sendOrderAsAdmin(admin, number)).toEqual(changed);
    expect(await readOrder(id)).toMatchObject({
      state: "SENT",
      acceptedAt: expect.any(Date),
      sentAt: expect.any(Date),
    });
    const decisions = (await trailOf(userId)).filter(({ actorId }) => actorId === admin.id);
    expect(decisions).toEqual(
      ["order_accepted", "order_sent"].map((name) => {
        return { name, actorId: admin.id, details: { number }, maskedIdentifier: null };
      }),
    );
    await sendMailsOf(userId);
    await inbox.waitForMessage({ to: email, subject: `Hemos aceptado tu pedido ${number}` });
    await inbox.waitForMessage({ to: email, subject: `Tu pedido ${number} está en camino` });
  });

  it("that was sent is not cancelled, and keeps its pieces", async () => {
    const admin = await newAdmin();
    const { id, number, kettle } = await newOrder();
    await acceptOrderAsAdmin(admin, number);
    await sendOrderAsAdmin(admin, number);
    expect(await cancelOrderAsAdmin(admin, number, "Broken")).toEqual(refused);
    expect(await stockOf(kettle.id)).toBe(3);
    expect((await readOrder(id)).cancelReason).toBeNull();
  });

  it("that is cancelled gives its pieces back once, and mails the reason", async () => {
    const admin = await newAdmin();
    const { number, userId, email, kettle } = await newOrder();
    await acceptOrderAsAdmin(admin, number);
    expect(await cancelOrderAsAdmin(admin, number, "The glaze is cracked.")).toEqual(changed);
    expect(await cancelOrderAsAdmin(admin, number, "Again")).toEqual(refused);
    expect(await stockOf(kettle.id)).toBe(5);
    expect(await namesOf(userId)).toEqual(["order_placed", "order_accepted", "order_cancelled"]);
    await sendMailsOf(userId);
    const mail = await inbox.waitForMessage({ to: email, subject: `Your order ${number} is cancelled` });
    expect(JSON.stringify(mail)).toContain("The glaze is cracked.");
  });

  it("of a deleted account is still sent, and nobody is mailed", async () => {
    const admin = await newAdmin();
    const { id, number, userId } = await newOrder();
    await db().user.delete({ where: { id: userId } });
    expect(await acceptOrderAsAdmin(admin, number)).toEqual(changed);
    expect((await readOrder(id)).state).toBe("ACCEPTED");
    expect(await db().outboxMail.count({ where: { userId, key: { endsWith: ":accepted" } } })).toBe(0);
  });

  it("that waits for a card payment is not accepted", async () => {
    const { id, number } = await newOrder();
    await db().order.update({ where: { id }, data: { payment: "CARD" } });
    expect(await acceptOrderAsAdmin(await newAdmin(), number)).toEqual({ ok: false, error: "ORDER_NOT_PAID" });
  });

  it("with an unknown number is refused", async () => {
    expect(await acceptOrderAsAdmin(await newAdmin(), 999_999_999)).toEqual({ ok: false, error: "ORDER_GONE" });
  });
});

describe("at once", () => {
  it("two admins accept an order one time, and the customer gets one mail", async () => {
    const { number, userId } = await newOrder();
    const admins = [await newAdmin(), await newAdmin()];
    const outcomes = await Promise.all(admins.map((admin) => acceptOrderAsAdmin(admin, number)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual(refused);
    expect((await namesOf(userId)).filter((name) => name === "order_accepted")).toHaveLength(1);
    expect(await db().outboxMail.count({ where: { userId, key: { endsWith: ":accepted" } } })).toBe(1);
  });

  it("an admin accepts and the customer cancels: one of them wins, and the stock agrees", async () => {
    const admin = await newAdmin();
    for (let round = 0; round < 8; round++) {
      const { id, number, session, kettle } = await newOrder();
      const [accepted, cancelled] = await Promise.all([
        acceptOrderAsAdmin(admin, number),
        cancelOwnOrder(session, number, visitor),
      ]);
      expect(cancelled).toBe(accepted.ok ? "TOO_LATE" : "CANCELLED");
      expect((await readOrder(id)).state).toBe(accepted.ok ? "ACCEPTED" : "CANCELLED");
      expect(await stockOf(kettle.id)).toBe(accepted.ok ? 3 : 5);
    }
  });

  it("one admin sends and another cancels: the pieces return only from what was not sent", async () => {
    const [ann, bob] = [await newAdmin(), await newAdmin()];
    for (let round = 0; round < 4; round++) {
      const { number, kettle } = await newOrder();
      await acceptOrderAsAdmin(ann, number);
      const [sent, cancelled] = await Promise.all([
        sendOrderAsAdmin(ann, number),
        cancelOrderAsAdmin(bob, number, "Broken"),
      ]);
      expect([sent.ok, cancelled.ok].sort()).toEqual([false, true]);
      expect(await stockOf(kettle.id)).toBe(sent.ok ? 3 : 5);
    }
  });
});

it.each([
  ["NOT_ADMIN", { role: "STAFF" as const }],
  ["NO_PASSKEY", { hasPasskey: false }],
  ["REAUTHENTICATION_NEEDED", { provenAt: null }],
])("%s decides about no order (R33)", async (error, lack) => {
  const admin = await newAdmin(lack);
  const { id, number } = await newOrder();
  for (const decide of [acceptOrderAsAdmin, sendOrderAsAdmin])
    expect(await decide(admin, number)).toEqual({ ok: false, error });
  expect(await cancelOrderAsAdmin(admin, number, "Broken")).toEqual({ ok: false, error });
  expect((await readOrder(id)).state).toBe("PLACED");
});
