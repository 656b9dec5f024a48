import type { BagOwner } from "@/lib/bag/change-bag";
import { adoptGuestBag } from "@/lib/bag/merge-guest-bag";
import { hashKey } from "@/lib/crypto/secret-key";
import { dropBagKey, findBagKey } from "@/lib/http/key-cookie";
import type { CurrentUser } from "./current-user";

/** Whose bag this request is about; null for a visitor without one. */
export async function findBagOwner(user: Pick<CurrentUser, "id"> | null): Promise<BagOwner | null> {
  if (user !== null) return { userId: user.id };
  const key = await findBagKey();
  return key === null ? null : { keyHash: hashKey(key) };
}

/** As `findBagOwner`. First gives a member what a login left in this browser, as when another tab added to it. */
export async function settleBagOwner(user: Pick<CurrentUser, "id"> | null): Promise<BagOwner | null> {
  const key = user && (await findBagKey());
  if (user !== null && key !== null) {
    await adoptGuestBag(hashKey(key), user.id);
    await dropBagKey();
  }
  return await findBagOwner(user);
}
