import { db } from "@/lib/db/client";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";

/** What every visitor may know of a product. */
export type ProductTeaser = {
  slug: string;
  name: string;
  tagline: string;
  category: string;
  art: string;
  number: number;
};

/** A product in a list, as the public sees it: without the member price. */
export type PublicProductCard = ProductTeaser & { priceCents: number };

/** A product in a list, as members see it. */
export type MemberProductCard = PublicProductCard & { memberPriceCents: number; isMembersOnly: boolean };

/** What the select of a list or of a locked product takes. */
const teaserText = { name: true, tagline: true, category: true } as const;

/** What the select of a whole product takes. */
const fullText = { ...teaserText, description: true } as const;

/**
 * The `texts` of a product's select: those in `locale`, and no others. Read with `relationLoadStrategy: "join"` they
 * come in the same statement. English is in the product itself, so that nothing is joined for it.
 */
function textsIn<Select extends typeof teaserText | typeof fullText>(locale: Locale, select: Select) {
  return locale === defaultLocale ? false : { where: { locale }, select };
}

/** The product with its texts in the language asked for, or in English where it is not translated. */
function inItsLanguage<Product extends object, Text extends object>({
  texts,
  ...product
}: Product & { texts?: Text[] }): Omit<Product, "texts"> {
  return { ...product, ...texts?.[0] };
}

type Storefront = {
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

/** The whole range with member prices, member-only pieces first, in `locale` or else in English. For pages that only members reach. */
export async function listMemberProducts(locale: Locale): Promise<MemberProductCard[]> {
  const rows = await db().product.findMany({
    relationLoadStrategy: "join",
    select: {
      ...teaserText,
      slug: true,
      art: true,
      position: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      texts: textsIn(locale, teaserText),
    },
    orderBy: [{ membersOnly: "desc" }, { position: "asc" }],
  });
  return rows.map(inItsLanguage).map(({ position, membersOnly, ...product }) => ({
    ...product,
    number: position,
    isMembersOnly: membersOnly,
  }));
}

/** One product as the person who asks may see it. What they may not see is not in the view at all. */
export type ProductView =
  | ({
      access: "member";
      description: string;
      priceCents: number;
      memberPriceCents: number;
      isMembersOnly: boolean;
    } & ProductTeaser)
  | ({ access: "public"; description: string; priceCents: number } & ProductTeaser)
  | ({ access: "locked" } & ProductTeaser);

const teaser = { ...teaserText, slug: true, art: true, position: true } as const;

// What no slug looks like is not asked for: PostgreSQL answers some of it, such as NUL, with a fault.
const slugShape = /^[a-z0-9-]{1,80}$/;

/** Who asks, and in which language. */
type Viewer = { isMember: boolean; locale: Locale };

/**
 * Finds a product by its slug, in the view for members or for everybody else. Null if there is none. What is not
 * translated is in English.
 */
export async function findProduct(slug: string, { isMember, locale }: Viewer): Promise<ProductView | null> {
  if (!slugShape.test(slug)) return null;
  return isMember ? findForMember(slug, locale) : ((await findForPublic(slug, locale)) ?? findLocked(slug, locale));
}

async function findForMember(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { slug },
    select: {
      ...teaser,
      description: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      texts: textsIn(locale, fullText),
    },
  });
  if (!row) return null;
  const { position, membersOnly, ...product } = inItsLanguage(row);
  return { access: "member", ...product, number: position, isMembersOnly: membersOnly };
}

async function findForPublic(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { slug, membersOnly: false },
    select: { ...teaser, description: true, priceCents: true, texts: textsIn(locale, fullText) },
  });
  if (!row) return null;
  const { position, ...product } = inItsLanguage(row);
  return { access: "public", ...product, number: position };
}

// Selects nothing but the teaser: price and description of a member-only piece never leave the database for strangers.
async function findLocked(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { slug, membersOnly: true },
    select: { ...teaser, texts: textsIn(locale, teaserText) },
  });
  if (!row) return null;
  const { position, ...product } = inItsLanguage(row);
  return { access: "locked", ...product, number: position };
}
