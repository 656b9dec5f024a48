import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/**
 * A 256-bit key for one purpose, made from AUTH_SECRET (HKDF-SHA-256, RFC 5869). Two purposes never share one, so that a
 * signature of one cannot pass for one of the other.
 */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `myshop ${purpose}`, 32));
}

/** SHA-256 in hex. The keys are random, so a fast hash is enough; the database alone never gives a key away. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** A new random key, 256 bits. */
export function newKey(): string {
  return randomBytes(32).toString("base64url");
}
