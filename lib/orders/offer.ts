import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";

export type OfferLine = {
  productId: string;
  name: string;
  slug: string;
  /** How many are in the bag. */
  wanted: number;
  /** How many of them there are; 0 if it is sold out or no longer shown. Only lines with pieces are ordered. */
  quantity: number;
  /** The price for members, in the currency's smallest unit. */
  unitPriceCents: number;
};

/** What a member's bag comes to now, by the products' rows and in the order of the bag. `isForOrder`: locks the bag,
 * then its products by id, until the transaction ends; others may still put them into bags. */
export async function readOffer(
  database: Pick<Transaction, "$queryRaw">,
  userId: string,
  locale: Locale,
  { isForOrder = false } = {},
): Promise<OfferLine[]> {
  if (isForOrder) await database.$queryRaw`SELECT 1 FROM "Bag" WHERE "userId" = ${userId}::uuid FOR UPDATE`;
  const rows = await database.$queryRaw<(OfferLine & { addedAt: Date })[]>`
    SELECT product."id" AS "productId", COALESCE(translated."name", product."name") AS "name", product."slug",
      item."quantity" AS "wanted", product."memberPriceCents" AS "unitPriceCents", item."addedAt",
      CASE WHEN product."hiddenAt" IS NULL THEN LEAST(item."quantity", product."stock") ELSE 0 END AS "quantity"
    FROM "Bag" bag
    JOIN "BagItem" item ON item."bagId" = bag."id"
    JOIN "Product" product ON product."id" = item."productId"
    LEFT JOIN "ProductText" translated ON translated."productId" = product."id" AND translated."locale" = ${locale}
    WHERE bag."userId" = ${userId}::uuid
    ORDER BY product."id" ${isForOrder ? Prisma.sql`FOR NO KEY UPDATE OF product` : Prisma.empty}`;
  return rows
    .sort((one, other) => one.addedAt.getTime() - other.addedAt.getTime())
    .map(({ addedAt: _, ...line }) => line);
}

export function totalOf(lines: readonly Pick<OfferLine, "quantity" | "unitPriceCents">[]): number {
  return lines.reduce((total, { quantity, unitPriceCents }) => total + quantity * unitPriceCents, 0);
}

/** What a form says that its page showed. It decides nothing: what differs from the rows is shown once more. */
export type ShownLine = Pick<OfferLine, "productId" | "quantity" | "unitPriceCents">;

export function writeShownLine({ productId, quantity, unitPriceCents }: ShownLine): string {
  return `${productId}:${quantity}:${unitPriceCents}`;
}

/** Leaves out what is not such a line. */
export function readShownLines(written: readonly string[]): ShownLine[] {
  return written.flatMap((text) => {
    const [, productId, quantity, price] = /^([0-9a-f-]{36}):(\d{1,2}):(\d{1,9})$/.exec(text) ?? [];
    return productId === undefined ? [] : [{ productId, quantity: Number(quantity), unitPriceCents: Number(price) }];
  });
}

/** `was`: null where the line was not shown. A line that left the bag has no name here, and is `OTHER`. */
export type OfferChange =
  | { kind: "PRICE"; name: string; was: number; is: number }
  | { kind: "FEWER"; name: string; left: number }
  | { kind: "SOLD_OUT"; name: string }
  | { kind: "OTHER" };

/** How the bag differs from what was shown; empty if it does not. */
export function findOfferChanges(shown: readonly ShownLine[], offer: readonly OfferLine[]): OfferChange[] {
  const changes: OfferChange[] = [];
  let isOtherwise = shown.some(({ productId }) => !offer.some((line) => line.productId === productId));
  for (const { productId, name, wanted, quantity, unitPriceCents } of offer) {
    const before = shown.find((line) => line.productId === productId);
    if (before === undefined) isOtherwise ||= quantity > 0;
    else {
      if (quantity === 0) changes.push({ kind: "SOLD_OUT", name });
      else if (quantity < before.quantity && quantity < wanted) changes.push({ kind: "FEWER", name, left: quantity });
      else if (quantity !== before.quantity) isOtherwise = true;
      if (quantity > 0 && unitPriceCents !== before.unitPriceCents)
        changes.push({ kind: "PRICE", name, was: before.unitPriceCents, is: unitPriceCents });
    }
  }
  return isOtherwise ? [...changes, { kind: "OTHER" }] : changes;
}
