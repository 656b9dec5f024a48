import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";

export type ProductTeaser = {
  slug: string;
  name: string;
  tagline: string;
  category: string;
  art: string;
  number: number;
};

/** `left`: pieces of the shop, 0 if sold out; null if more than a few, or not counted. */
type Available = { left: number | null };

export type PublicProductCard = ProductTeaser & Available & { priceCents: number };

export type MemberProductCard = PublicProductCard & { memberPriceCents: number; isMembersOnly: boolean };

const teaserText = { name: true, tagline: true, category: true } as const;

const fullText = { ...teaserText, description: true } as const;

/** Up to here the shop says how many are left; the stock itself is kept secret. */
export const fewLeft = 5;

const shown = { hiddenAt: null } as const;

/** The texts in the product itself. */
export const catalogueLocale: Locale = "en";

/** Only texts in `locale`; with `relationLoadStrategy: "join"` in the same statement. */
function textsIn<Select extends typeof teaserText | typeof fullText>(locale: Locale, select: Select) {
  return locale === catalogueLocale ? false : { where: { locale }, select };
}

function inItsLanguage<Product extends object, Text extends object>({
  texts,
  ...product
}: Product & { texts?: Text[] }): Omit<Product, "texts"> {
  return { ...product, ...texts?.[0] };
}

function leftOf(stock: number | null): number | null {
  return stock !== null && stock <= fewLeft ? stock : null;
}

type Storefront = {
  products: PublicProductCard[];
  keptForMembers: ProductTeaser[];
  savingPercent: { least: number; most: number } | null;
};

/** The same for everyone; no member prices. */
export async function listStorefrontProducts(locale: Locale): Promise<Storefront> {
  const teaser = { ...teaserText, slug: true, art: true, position: true, texts: textsIn(locale, teaserText) };
  const [open, kept, savings] = await Promise.all([
    db().product.findMany({
      relationLoadStrategy: "join",
      where: { ...shown, membersOnly: false },
      select: { ...teaser, priceCents: true, stock: true },
      orderBy: { position: "asc" },
    }),
    db().product.findMany({
      relationLoadStrategy: "join",
      where: { ...shown, membersOnly: true },
      select: teaser,
      orderBy: { position: "asc" },
    }),
    db().product.findMany({ where: shown, select: { priceCents: true, memberPriceCents: true } }),
  ]);
  return {
    products: open
      .map(inItsLanguage)
      .map(({ position, stock, ...product }) => ({ ...product, number: position, left: leftOf(stock) })),
    keptForMembers: kept.map(inItsLanguage).map(({ position, ...product }) => ({ ...product, number: position })),
    savingPercent: savingRange(savings),
  };
}

function savingRange(prices: { priceCents: number; memberPriceCents: number }[]): Storefront["savingPercent"] {
  if (prices.length === 0) return null;
  // Never promise more than it gives.
  const percents = prices.map((price) => Math.floor((1 - price.memberPriceCents / price.priceCents) * 100));
  return { least: Math.min(...percents), most: Math.max(...percents) };
}

export async function listMemberProducts(locale: Locale): Promise<MemberProductCard[]> {
  const rows = await db().product.findMany({
    relationLoadStrategy: "join",
    where: shown,
    select: {
      ...teaserText,
      slug: true,
      art: true,
      position: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      stock: true,
      texts: textsIn(locale, teaserText),
    },
    orderBy: [{ membersOnly: "desc" }, { position: "asc" }],
  });
  return rows.map(inItsLanguage).map(({ position, membersOnly, stock, ...product }) => ({
    ...product,
    number: position,
    isMembersOnly: membersOnly,
    left: leftOf(stock),
  }));
}

export type PublicProduct = { access: "public"; description: string; priceCents: number } & ProductTeaser & Available;

/** Contains nothing the viewer may not see. */
export type ProductView =
  | ({
      access: "member";
      description: string;
      priceCents: number;
      memberPriceCents: number;
      isMembersOnly: boolean;
    } & ProductTeaser &
      Available)
  | PublicProduct
  | ({ access: "locked" } & ProductTeaser);

const teaser = { ...teaserText, slug: true, art: true, position: true } as const;

/** PostgreSQL rejects some texts, such as NUL. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(text);
}

type Viewer = { isMember: boolean; locale: Locale };

/** Null if unknown; untranslated text is in English. */
export async function findProduct(slug: string, { isMember, locale }: Viewer): Promise<ProductView | null> {
  if (!isSlug(slug)) return null;
  return isMember ? findForMember(slug, locale) : ((await findForPublic(slug, locale)) ?? findLocked(slug, locale));
}

async function findForMember(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { ...shown, slug },
    select: {
      ...teaser,
      description: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      stock: true,
      texts: textsIn(locale, fullText),
    },
  });
  if (!row) return null;
  const { position, membersOnly, stock, ...product } = inItsLanguage(row);
  return { access: "member", ...product, number: position, isMembersOnly: membersOnly, left: leftOf(stock) };
}

async function findForPublic(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { ...shown, slug, membersOnly: false },
    select: { ...teaser, description: true, priceCents: true, stock: true, texts: textsIn(locale, fullText) },
  });
  if (!row) return null;
  const { position, stock, ...product } = inItsLanguage(row);
  return { access: "public", ...product, number: position, left: leftOf(stock) };
}

// Selects the teaser only: the rest must not leave the database.
async function findLocked(slug: string, locale: Locale): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    relationLoadStrategy: "join",
    where: { ...shown, slug, membersOnly: true },
    select: { ...teaser, texts: textsIn(locale, teaserText) },
  });
  if (!row) return null;
  const { position, ...product } = inItsLanguage(row);
  return { access: "locked", ...product, number: position };
}

/** What search engines may show: neither hidden nor kept for members. */
export async function listIndexedProducts(): Promise<{ slug: string; updatedAt: Date }[]> {
  return await db().product.findMany({
    where: { ...shown, membersOnly: false },
    select: { slug: true, updatedAt: true },
    orderBy: { position: "asc" },
  });
}
