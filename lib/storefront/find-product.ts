import { db } from "@/lib/db/client";
import type { ProductTeaser } from "./product-card";

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

const teaser = { slug: true, name: true, tagline: true, category: true, art: true, position: true } as const;

// What no slug looks like is not asked for: PostgreSQL answers some of it, such as NUL, with a fault.
const slugShape = /^[a-z0-9-]{1,80}$/;

/** Finds a product by its slug, in the view for members or for everybody else. Null if there is none. */
export async function findProduct(slug: string, viewer: { isMember: boolean }): Promise<ProductView | null> {
  if (!slugShape.test(slug)) return null;
  return viewer.isMember ? findForMember(slug) : ((await findForPublic(slug)) ?? findLocked(slug));
}

async function findForMember(slug: string): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    where: { slug },
    select: { ...teaser, description: true, priceCents: true, memberPriceCents: true, membersOnly: true },
  });
  if (!row) return null;
  const { position, membersOnly, ...product } = row;
  return { access: "member", ...product, number: position, isMembersOnly: membersOnly };
}

async function findForPublic(slug: string): Promise<ProductView | null> {
  const row = await db().product.findUnique({
    where: { slug, membersOnly: false },
    select: { ...teaser, description: true, priceCents: true },
  });
  if (!row) return null;
  const { position, ...product } = row;
  return { access: "public", ...product, number: position };
}

// Selects nothing but the teaser: price and description of a member-only piece never leave the database for strangers.
async function findLocked(slug: string): Promise<ProductView | null> {
  const row = await db().product.findUnique({ where: { slug, membersOnly: true }, select: teaser });
  if (!row) return null;
  const { position, ...product } = row;
  return { access: "locked", ...product, number: position };
}
