import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

type Keys = readonly [Buffer, ...Buffer[]];

// Purposes are few and fixed; HKDF would run on each request.
const derived = new Map<string, Keys>();

/** A 256-bit key per purpose from each secret in AUTH_SECRET (HKDF-SHA-256, RFC 5869), so signatures never cross
 * purposes. The first makes what is new; all of them read. */
export function keysFor(purpose: string): Keys {
  const known = derived.get(purpose);
  if (known !== undefined) return known;
  const derive = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", `myshop ${purpose}`, 32));
  const [first, ...others] = env().AUTH_SECRET;
  const keys: Keys = [derive(first), ...others.map(derive)];
  derived.set(purpose, keys);
  return keys;
}

// In bytes; RFC 2104, 5 allows half the hash.
const [shortestMac, wholeMac] = [16, 32];

/** HMAC-SHA-256 of the joined parts, by the secret that signs now. `bytes`: how many are kept, 16 at least. */
export function sign(purpose: string, parts: (Buffer | string)[], bytes = wholeMac): Buffer {
  return macOf(keysFor(purpose)[0], parts).subarray(0, bytes);
}

/** Whether `mac`, of any length, signs the parts by a secret in AUTH_SECRET. Constant time for each secret. */
export function isSigned(purpose: string, parts: (Buffer | string)[], mac: Buffer): boolean {
  if (mac.length < shortestMac || mac.length > wholeMac) return false;
  return keysFor(purpose).some((key) => timingSafeEqual(macOf(key, parts).subarray(0, mac.length), mac));
}

function macOf(key: Buffer, parts: (Buffer | string)[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Names of the secrets in AUTH_SECRET, in its order: 64 bits of a hash, which tell nothing about the secret. */
export function secretIds(): string[] {
  return keysFor("id of the secret v1").map((key) => hashKey(key.toString("hex")).slice(0, 16));
}

export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

export function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether `newKey` could have made it. */
export function isKeyShaped(key: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(key);
}
