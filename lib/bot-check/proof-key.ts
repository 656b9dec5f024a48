import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import type { ProofBearer } from "./provider";

/** What a key is for. Two uses never share one, so that a signature of one cannot pass for one of the other. */
export type KeyUse = "task" | "solution" | "bearer" | "wait";

/** A 256-bit key in hex for one use, from AUTH_SECRET by HKDF-SHA-256 (RFC 5869). */
export function proofKey(use: KeyUse): string {
  const key = hkdfSync("sha256", env().AUTH_SECRET, "", `myshop human proof: ${use}`, 32);
  return Buffer.from(key).toString("hex");
}

/**
 * The text that ties a proof to a purpose and a browser. It may be seen by that browser and by Turnstile: neither learns
 * the browser's key from it, nor the hash by which the database knows it.
 */
export function bindingOf({ purpose, browserKey }: ProofBearer): string {
  return createHmac("sha256", proofKey("bearer")).update(`${purpose}:${browserKey}`).digest("base64url");
}
