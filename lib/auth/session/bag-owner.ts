import type { BagOwner } from "@/lib/bag/change-bag";
import { adoptGuestBag } from "@/lib/bag/merge-guest-bag";
import { hashKey } from "@/lib/crypto/secret-key";
import { dropBagKey, findBagKey } from "@/lib/http/key-cookie";
import { findCurrentUser } from "./current-user";

/** Whose bag this request is about; null for a visitor without one. */
export async function findBagOwner(): Promise<BagOwner | null> {
  const user = await findCurrentUser();
  if (user !== null) return { userId: user.id };
  const key = await findBagKey();
  return key === null ? null : { keyHash: hashKey(key) };
}

/** As `findBagOwner`. First gives a member what a login left in this browser, as when another tab added to it. */
export async function settleBagOwner(): Promise<BagOwner | null> {
  const [user, key] = [await findCurrentUser(), await findBagKey()];
  if (user === null || key === null) return await findBagOwner();
  await adoptGuestBag(hashKey(key), user.id);
  await dropBagKey();
  return { userId: user.id };
}
