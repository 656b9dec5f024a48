import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { ProductTeaser } from "./product-card";
import { fullText, inItsLanguage, teaserText, textsIn } from "./product-text";

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
export type Viewer = { isMember: boolean; locale: Locale };

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
