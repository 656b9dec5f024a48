import { db, type Transaction } from "@/lib/db/client";
import { memberBagSql, mostPieces, ownedBy } from "./change-bag";

/** Moves a guest's bag into the member's, in the transaction of the caller: quantities add up, to twenty at most. */
export async function mergeGuestBag(
  transaction: Transaction,
  keyHash: string,
  userId: string,
  now: Date,
): Promise<void> {
  const [guest] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Bag" WHERE ${ownedBy({ keyHash }, now)} FOR UPDATE`;
  if (guest === undefined) return;
  // A statement of its own: the first may have waited for an addition, which its snapshot does not show.
  await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM "Bag" WHERE "id" = ${guest.id}::uuid
    ), own AS (${memberBagSql(userId)})
    INSERT INTO "BagItem" ("bagId", "productId", "quantity", "addedAt", "priceCents", "memberPriceCents")
    SELECT own."id", item."productId", item."quantity", item."addedAt", item."priceCents", item."memberPriceCents"
    FROM own, "BagItem" item WHERE item."bagId" = ${guest.id}::uuid
    ON CONFLICT ("bagId", "productId") DO UPDATE SET
      "quantity" = LEAST(${mostPieces}::int, "BagItem"."quantity" + EXCLUDED."quantity"),
      "priceCents" = EXCLUDED."priceCents", "memberPriceCents" = EXCLUDED."memberPriceCents"`;
}

/** For a guest's bag that a login left behind, as when another tab added to it meanwhile. */
export async function adoptGuestBag(keyHash: string, userId: string): Promise<void> {
  await db().$transaction((transaction) => mergeGuestBag(transaction, keyHash, userId, new Date()));
}
