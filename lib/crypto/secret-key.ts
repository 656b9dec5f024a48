import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** A 256-bit key per purpose from AUTH_SECRET (HKDF-SHA-256, RFC 5869), so signatures never cross purposes. */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `myshop ${purpose}`, 32));
}

export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

export function newKey(): string {
  return randomBytes(32).toString("base64url");
}
