import { createHash, randomBytes } from "node:crypto";

/** SHA-256 in hex. The keys are random, so a fast hash is enough; the database alone never gives a key away. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** A new random key, 256 bits. */
export function newKey(): string {
  return randomBytes(32).toString("base64url");
}
