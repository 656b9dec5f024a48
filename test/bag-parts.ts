import { randomBytes } from "node:crypto";
import { type BagOwner, isMember } from "@/lib/bag/change-bag";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";

type ProductChange = {
  stock?: number;
  hiddenAt?: Date;
  membersOnly?: boolean;
  priceCents?: number;
  memberPriceCents?: number;
};

/** Gives the slug. Delete them by `deleteTestProducts`. */
export async function addProduct(change: ProductChange = {}): Promise<string> {
  const slug = `bag-test-${randomBytes(6).toString("hex")}`;
  await db().product.create({
    data: {
      slug,
      ...{ name: slug, tagline: "", description: "", category: "Kitchen", art: "kettle", position: 9_000 },
      ...{ priceCents: 5_000, memberPriceCents: 4_300, ...change },
    },
  });
  return slug;
}

export async function deleteTestProducts(): Promise<void> {
  await db().product.deleteMany({ where: { slug: { startsWith: "bag-test-" } } });
}

export function newGuest() {
  const key = newKey();
  return { key, keyHash: hashKey(key) };
}

/** Pieces by slug, as the rows say. */
export async function linesOf(owner: BagOwner): Promise<Record<string, number>> {
  const rows = await db().bagItem.findMany({
    where: { bag: isMember(owner) ? { userId: owner.userId } : { keyHash: owner.keyHash } },
    select: { quantity: true, product: { select: { slug: true } } },
  });
  return Object.fromEntries(rows.map(({ quantity, product }) => [product.slug, quantity]));
}
