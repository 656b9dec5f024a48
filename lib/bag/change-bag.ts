import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptDays } from "@/lib/retention";

/** A member by id, a guest by the SHA-256 (hex) of the key in their cookie. */
export type BagOwner = { userId: string } | { keyHash: string };

/** Of one product. */
export const mostPieces = 20;

/** A merge may exceed it, because it drops nothing. */
export const mostLines = 50;

/** `LESS`: too many for the limit or the stock. `NOT_ADDED`: hidden, sold out, for members only, or the bag is full. */
export type Added = "ADDED" | "ADDED_LESS" | "NOT_ADDED";

export type Changed = "CHANGED" | "CHANGED_LESS" | "REMOVED" | "NOT_CHANGED";

export type Wanted = ReadonlyMap<string, number>;

/** Puts what can be bought in the bag, which `mayCreate` lets it make first; that may throw. */
export async function addToBag(
  owner: BagOwner,
  wanted: Wanted,
  mayCreate: () => Promise<void> = async () => {},
  now = new Date(),
): Promise<Added> {
  const added = await db().$transaction(async (transaction) => {
    const [bag] = await transaction.$queryRaw<{ id: string }[]>(lockSql(owner, now));
    return bag === undefined ? null : await addLines(transaction, bag.id, owner, wanted);
  });
  if (added !== null) return added;
  await mayCreate();
  return await db().$transaction(async (transaction) => {
    const bagId = await createBag(transaction, owner, now);
    const outcome = await addLines(transaction, bagId, owner, wanted);
    if (outcome === "NOT_ADDED") await deleteIfEmpty(transaction, bagId);
    return outcome;
  });
}

/** Sets the pieces of one line, or removes it at 0. Each writer locks the bag first, so none is lost in a merge. */
export async function setQuantity(owner: BagOwner, slug: string, quantity: number, now = new Date()): Promise<Changed> {
  if (quantity < 1) {
    const removed = await db().$executeRaw`
      WITH bag AS (${lockSql(owner, now)})
      DELETE FROM "BagItem" item USING bag, "Product" product
      WHERE item."bagId" = bag."id" AND item."productId" = product."id" AND product."slug" = ${slug}`;
    return removed > 0 ? "REMOVED" : "NOT_CHANGED";
  }
  const [line] = await db().$queryRaw<{ quantity: number }[]>`
    WITH bag AS (${lockSql(owner, now)})
    UPDATE "BagItem" item SET "quantity" = LEAST(${quantity}::int, ${mostSql}), ${seenPricesSql}
    FROM bag, "Product" product
    WHERE item."bagId" = bag."id" AND item."productId" = product."id" AND product."slug" = ${slug}
      AND ${buyableSql(owner)}
    RETURNING item."quantity"`;
  if (line === undefined) return "NOT_CHANGED";
  return line.quantity < quantity ? "CHANGED_LESS" : "CHANGED";
}

export function isMember(owner: BagOwner): owner is { userId: string } {
  return "userId" in owner;
}

/** The row of this owner; an expired one has no owner. */
export function ownedBy(owner: BagOwner, now: Date): Prisma.Sql {
  return isMember(owner)
    ? Prisma.sql`"Bag"."userId" = ${owner.userId}::uuid`
    : Prisma.sql`"Bag"."keyHash" = ${owner.keyHash} AND "Bag"."expiresAt" > ${now}`;
}

/** Makes a member's bag, or locks the one that is there. */
export function memberBagSql(userId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Bag" ("id", "userId") VALUES (gen_random_uuid(), ${userId}::uuid)
    ON CONFLICT ("userId") DO UPDATE SET "createdAt" = "Bag"."createdAt" RETURNING "id"`;
}

/** Locks the bag; a guest's is kept for another thirty days. */
function lockSql(owner: BagOwner, now: Date): Prisma.Sql {
  return isMember(owner)
    ? Prisma.sql`SELECT "id" FROM "Bag" WHERE ${ownedBy(owner, now)} FOR NO KEY UPDATE`
    : Prisma.sql`UPDATE "Bag" SET "expiresAt" = ${keptUntil(now)} WHERE ${ownedBy(owner, now)} RETURNING "id"`;
}

async function createBag(transaction: Transaction, owner: BagOwner, now: Date): Promise<string> {
  if (!isMember(owner)) {
    await transaction.$executeRaw`DELETE FROM "Bag" WHERE "keyHash" = ${owner.keyHash} AND "expiresAt" <= ${now}`;
  }
  const [bag] = await transaction.$queryRaw<[{ id: string }]>(
    isMember(owner)
      ? memberBagSql(owner.userId)
      : Prisma.sql`
          INSERT INTO "Bag" ("id", "keyHash", "expiresAt")
          VALUES (gen_random_uuid(), ${owner.keyHash}, ${keptUntil(now)})
          ON CONFLICT ("keyHash") DO UPDATE SET "expiresAt" = EXCLUDED."expiresAt" RETURNING "id"`,
  );
  return bag.id;
}

async function addLines(transaction: Transaction, bagId: string, owner: BagOwner, wanted: Wanted): Promise<Added> {
  const lines = await transaction.$queryRaw<{ isWhole: boolean }[]>`
    WITH had AS (
      SELECT "productId", "quantity" FROM "BagItem" WHERE "bagId" = ${bagId}::uuid
    ), buyable AS (
      SELECT product."id", product."priceCents", product."memberPriceCents", had."productId" IS NULL AS "isNew",
        COALESCE(had."quantity", 0) + wanted."quantity" AS "quantity", ${mostSql} AS "most",
        (SELECT count(*) FROM had)
          + count(*) FILTER (WHERE had."productId" IS NULL) OVER (ORDER BY product."position", product."id") AS "lines"
      FROM unnest(${[...wanted.keys()]}::text[], ${[...wanted.values()]}::int[]) wanted ("slug", "quantity")
        JOIN "Product" product ON product."slug" = wanted."slug"
        LEFT JOIN had ON had."productId" = product."id"
      WHERE wanted."quantity" > 0 AND ${buyableSql(owner)}
    ), added AS (
      INSERT INTO "BagItem" ("bagId", "productId", "quantity", "priceCents", "memberPriceCents")
      SELECT ${bagId}::uuid, "id", LEAST("quantity", "most"), "priceCents", "memberPriceCents"
      FROM buyable WHERE NOT "isNew" OR "lines" <= ${mostLines}::int
      ON CONFLICT ("bagId", "productId") DO UPDATE SET "quantity" = EXCLUDED."quantity",
        "priceCents" = EXCLUDED."priceCents", "memberPriceCents" = EXCLUDED."memberPriceCents"
      RETURNING "productId"
    )
    SELECT buyable."quantity" <= buyable."most" AS "isWhole" FROM added JOIN buyable ON buyable."id" = added."productId"`;
  if (lines.length === 0) return "NOT_ADDED";
  return lines.length === wanted.size && lines.every(({ isWhole }) => isWhole) ? "ADDED" : "ADDED_LESS";
}

async function deleteIfEmpty(transaction: Transaction, bagId: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "Bag" WHERE "id" = ${bagId}::uuid AND NOT EXISTS (SELECT 1 FROM "BagItem" WHERE "bagId" = "Bag"."id")`;
}

const mostSql = Prisma.sql`LEAST(${mostPieces}::int, COALESCE(product."stock", ${mostPieces}::int))`;

const seenPricesSql = Prisma.sql`"priceCents" = product."priceCents", "memberPriceCents" = product."memberPriceCents"`;

function buyableSql(owner: BagOwner): Prisma.Sql {
  return Prisma.sql`product."hiddenAt" IS NULL AND product."stock" IS DISTINCT FROM 0
    AND (${isMember(owner)}::boolean OR NOT product."membersOnly")`;
}

function keptUntil(now: Date): Date {
  return new Date(now.getTime() + keptDays.guestBag * 24 * 60 * 60_000);
}
