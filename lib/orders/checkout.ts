import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { Delivery } from "./delivery";
import { type OfferLine, readOffer, totalOf } from "./offer";

export type Checkout = {
  lines: OfferLine[];
  totalCents: number;
  idempotencyKey: string;
  /** Of the newest order, to fill in; null before the first. */
  lastDelivery: Omit<Delivery, "note"> | null;
};

/** What the page of the checkout shows. Placing the order reads the rows again. */
export async function readCheckout(userId: string, locale: Locale): Promise<Checkout> {
  const [lines, lastDelivery] = await Promise.all([
    readOffer(db(), userId, locale),
    db().order.findFirst({
      where: { userId },
      orderBy: [{ placedAt: "desc" }, { id: "desc" }],
      select: { name: true, line1: true, line2: true, postalCode: true, city: true, region: true, country: true },
    }),
  ]);
  return { lines, totalCents: totalOf(lines), idempotencyKey: newKey(), lastDelivery };
}

/** What the bag comes to now, for the words about a change. */
export async function readCurrentOffer(userId: string, locale: Locale): Promise<OfferLine[]> {
  return await readOffer(db(), userId, locale);
}
