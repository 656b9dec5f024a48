import { cookies } from "next/headers";
import { isKeyShaped } from "@/lib/crypto/secret-key";
import { keptDays } from "@/lib/retention";
import { cookieAttributes, cookieName } from "./cookies";

/** Cookies that hold one random key; the database has its hash only. */
type KeyName = "challenge" | "passkey" | "browser" | "bag";

export async function findKey(name: KeyName): Promise<string | null> {
  const key = (await cookies()).get(cookieName(name))?.value;
  return key !== undefined && isKeyShaped(key) ? key : null;
}

/** 0 seconds remove it. */
export async function keepKey(name: KeyName, key: string, lifeSeconds: number): Promise<void> {
  (await cookies()).set(cookieName(name), key, { ...cookieAttributes(), maxAge: lifeSeconds });
}

const bagLifeSeconds = keptDays.guestBag * 24 * 60 * 60;

export const findBagKey = () => findKey("bag");

export const keepBagKey = (key: string) => keepKey("bag", key, bagLifeSeconds);

export const dropBagKey = () => keepKey("bag", "", 0);
