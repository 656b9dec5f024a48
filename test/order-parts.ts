import { randomUUID } from "node:crypto";
import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { readOffer, type ShownLine } from "@/lib/orders/offer";
import { type MemberSession, type OrderForm, placeOrder } from "@/lib/orders/place-order";
import { visitor } from "./login-parts";

export const delivery = {
  name: "Ada Byron",
  line1: "12 St James’s Square",
  line2: null,
  postalCode: "SW1Y 4JH",
  city: "London",
  region: null,
  country: "GB",
  note: "Ring twice.",
};

type TestProduct = {
  stock?: number | null;
  priceCents?: number;
  memberPriceCents?: number;
  hiddenAt?: Date;
  membersOnly?: boolean;
};

export async function addProduct(change: TestProduct = {}) {
  const slug = `order-${randomUUID()}`;
  const data = { name: "Kettle", tagline: "-", description: "-", category: "-", art: "kettle", position: 9_100 };
  return await db().product.create({ data: { ...data, slug, priceCents: 5_200, memberPriceCents: 4_800, ...change } });
}

export async function putInBag(userId: string, items: Record<string, number>): Promise<void> {
  const bag = await db().bag.upsert({ where: { userId }, create: { userId }, update: {} });
  for (const [productId, quantity] of Object.entries(items)) {
    const id = { bagId: bag.id, productId };
    await db().bagItem.upsert({
      where: { bagId_productId: id },
      create: { ...id, quantity },
      update: { quantity },
    });
  }
}

async function shownTo(userId: string): Promise<ShownLine[]> {
  return (await readOffer(db(), userId, "en")).filter(({ quantity }) => quantity > 0);
}

export async function orderForm(userId: string, change: Partial<OrderForm> = {}): Promise<OrderForm> {
  const shown = await shownTo(userId);
  return { delivery, payment: "INVOICE", idempotencyKey: newKey(), shown, locale: "en", ...change };
}

/** Puts these in the bag and orders them. */
export async function orderNow(session: MemberSession, items: Record<string, number>) {
  await putInBag(session.user.id, items);
  const placed = await placeOrder(session, await orderForm(session.user.id), visitor);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value;
}

export async function stockOf(id: string): Promise<number | null> {
  return (await db().product.findUniqueOrThrow({ where: { id } })).stock;
}
