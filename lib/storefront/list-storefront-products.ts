import { db } from "@/lib/db/client";
import type { ProductTeaser, PublicProductCard } from "./product-card";

export type Storefront = {
  products: PublicProductCard[];
  /** Member-only pieces, without price and description. */
  keptForMembers: ProductTeaser[];
  /** The smallest and the largest part of the price that members save; null when there is nothing to sell. */
  savingPercent: { least: number; most: number } | null;
};

const teaser = { slug: true, name: true, tagline: true, category: true, art: true, position: true } as const;

/** The public storefront. The view is the same for everybody and holds no member price. */
export async function listStorefrontProducts(): Promise<Storefront> {
  const [open, kept, savings] = await Promise.all([
    db().product.findMany({
      where: { membersOnly: false },
      select: { ...teaser, priceCents: true },
      orderBy: { position: "asc" },
    }),
    db().product.findMany({ where: { membersOnly: true }, select: teaser, orderBy: { position: "asc" } }),
    db().product.findMany({ select: { priceCents: true, memberPriceCents: true } }),
  ]);
  return {
    products: open.map(({ position, ...product }) => ({ ...product, number: position })),
    keptForMembers: kept.map(({ position, ...product }) => ({ ...product, number: position })),
    savingPercent: savingRange(savings),
  };
}

function savingRange(prices: { priceCents: number; memberPriceCents: number }[]): Storefront["savingPercent"] {
  if (prices.length === 0) return null;
  // Rounded down: a shop must not promise more than it gives.
  const percents = prices.map((price) => Math.floor((1 - price.memberPriceCents / price.priceCents) * 100));
  return { least: Math.min(...percents), most: Math.max(...percents) };
}
