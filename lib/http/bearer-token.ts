import { createHash, timingSafeEqual } from "node:crypto";

export function hasBearerToken(headers: Pick<Headers, "get">, secret: string): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(hash(given), hash(secret));
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
