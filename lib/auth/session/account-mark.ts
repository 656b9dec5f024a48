import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** 96 bits: two members never share one. */
const markBytes = 12;

/**
 * By this a page tells one member from another. It stays when the member takes another name. It opens nothing, and
 * without `AUTH_SECRET` it leads to nobody.
 */
export function accountMark(userId: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "myshop account mark v1", 32));
  return createHmac("sha256", key).update(userId).digest().subarray(0, markBytes).toString("base64url");
}
