import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { fewLeft } from "@/lib/storefront/products";
import { type BagOwner, isMember, ownedBy } from "./change-bag";

type BagLine = {
  slug: string;
  name: string;
  art: string;
  number: number;
  quantity: number;
  state: "AVAILABLE" | "SOLD_OUT" | "HIDDEN" | "MEMBERS_ONLY";
  /** Pieces of the shop, if they are few or fewer than wanted. */
  left: number | null;
  /** For one piece, by who asks; null unless available. */
  priceCents: number | null;
  /** What it cost when it was put in the bag, if that differs. */
  earlierPriceCents: number | null;
};

export type BagView = {
  lines: BagLine[];
  /** Of what can be bought, at the prices of who asks. */
  totalCents: number;
  /** What a membership takes off, or would take off, the public prices of all this. */
  membershipCents: number;
};

type Row = Pick<BagLine, "slug" | "name" | "art" | "number" | "quantity"> & {
  membersOnly: boolean;
  isHidden: boolean;
  stock: number | null;
  publicCents: number;
  memberCents: number;
  earlierPublicCents: number | null;
  earlierMemberCents: number | null;
};

/** Lines and totals in one statement. A guest learns no member price but the difference in total. */
export async function readBag(owner: BagOwner, locale: Locale, now = new Date()): Promise<BagView> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT product."slug", COALESCE(text."name", product."name") AS "name", product."art",
      product."position" AS "number", item."quantity", product."membersOnly",
      product."hiddenAt" IS NOT NULL AS "isHidden", product."stock",
      product."priceCents" AS "publicCents", product."memberPriceCents" AS "memberCents",
      item."priceCents" AS "earlierPublicCents", item."memberPriceCents" AS "earlierMemberCents"
    FROM "Bag" JOIN "BagItem" item ON item."bagId" = "Bag"."id" JOIN "Product" product ON product."id" = item."productId"
      LEFT JOIN "ProductText" text ON text."productId" = product."id" AND text."locale" = ${locale}
    WHERE ${ownedBy(owner, now)} ORDER BY item."addedAt", product."position", product."id"`;
  const lines = rows.map((row) => ({ row, line: toLine(row, isMember(owner)) }));
  const ofAvailable = (cents: (row: Row, line: BagLine) => number) =>
    lines.reduce((sum, { row, line }) => sum + (line.state === "AVAILABLE" ? cents(row, line) * pieces(line) : 0), 0);
  return {
    lines: lines.map(({ line }) => line),
    totalCents: ofAvailable((_row, line) => line.priceCents ?? 0),
    membershipCents: ofAvailable((row) => row.publicCents - row.memberCents),
  };
}

export function pieces({ quantity, left }: BagLine): number {
  return Math.min(quantity, left ?? quantity);
}

export async function countPieces(owner: BagOwner, now = new Date()): Promise<number> {
  const [bag] = await db().$queryRaw<[{ count: number }]>`
    SELECT COALESCE(sum(item."quantity"), 0)::int AS "count"
    FROM "Bag" JOIN "BagItem" item ON item."bagId" = "Bag"."id" WHERE ${ownedBy(owner, now)}`;
  return bag.count;
}

function toLine(row: Row, byMember: boolean): BagLine {
  const { slug, name, art, number, quantity, stock } = row;
  const state = stateOf(row, byMember);
  const isAvailable = state === "AVAILABLE";
  const priceCents = byMember ? row.memberCents : row.publicCents;
  const earlier = byMember ? row.earlierMemberCents : row.earlierPublicCents;
  return {
    ...{ slug, name, art, number, quantity, state },
    left: isAvailable && stock !== null && (stock < quantity || stock <= fewLeft) ? stock : null,
    priceCents: isAvailable ? priceCents : null,
    earlierPriceCents: isAvailable && earlier !== priceCents ? earlier : null,
  };
}

function stateOf({ isHidden, membersOnly, stock }: Row, byMember: boolean): BagLine["state"] {
  if (isHidden) return "HIDDEN";
  if (membersOnly && !byMember) return "MEMBERS_ONLY";
  return stock === 0 ? "SOLD_OUT" : "AVAILABLE";
}
