import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { ProductTeaser, PublicProductCard } from "./product-card";
import { inItsLanguage, teaserText, textsIn } from "./product-text";

export type Storefront = {
  products: PublicProductCard[];
  /** Member-only pieces, without price and description. */
  keptForMembers: ProductTeaser[];
  /** The smallest and the largest part of the price that members save; null when there is nothing to sell. */
  savingPercent: { least: number; most: number } | null;
};

/** The public storefront in `locale`, with what is not translated in English. The view is the same for everybody and holds no member price. */
export async function listStorefrontProducts(locale: Locale): Promise<Storefront> {
  const teaser = { ...teaserText, slug: true, art: true, position: true, texts: textsIn(locale, teaserText) };
  const [open, kept, savings] = await Promise.all([
    db().product.findMany({
      relationLoadStrategy: "join",
      where: { membersOnly: false },
      select: { ...teaser, priceCents: true },
      orderBy: { position: "asc" },
    }),
    db().product.findMany({
      relationLoadStrategy: "join",
      where: { membersOnly: true },
      select: teaser,
      orderBy: { position: "asc" },
    }),
    db().product.findMany({ select: { priceCents: true, memberPriceCents: true } }),
  ]);
  return {
    products: open.map(inItsLanguage).map(({ position, ...product }) => ({ ...product, number: position })),
    keptForMembers: kept.map(inItsLanguage).map(({ position, ...product }) => ({ ...product, number: position })),
    savingPercent: savingRange(savings),
  };
}

function savingRange(prices: { priceCents: number; memberPriceCents: number }[]): Storefront["savingPercent"] {
  if (prices.length === 0) return null;
  // Rounded down: a shop must not promise more than it gives.
  const percents = prices.map((price) => Math.floor((1 - price.memberPriceCents / price.priceCents) * 100));
  return { least: Math.min(...percents), most: Math.max(...percents) };
}
