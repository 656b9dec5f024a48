import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { cookieName } from "@/lib/http/cookies";

/** Signs a form token that another secret in AUTH_SECRET signed, so that instances in a rotation accept each other's. */
export function acceptFormToken(headers: Headers): void {
  const [first, ...others] = env().AUTH_SECRET;
  if (others.length === 0) return;
  const hashBy = (secret: string, token: string) => createHash("sha256").update(`${token}${secret}`).digest("hex");
  const shape = new RegExp(`^ *${cookieName("csrf")}=([0-9a-f]{64})(?:\\||%7C)([0-9a-f]{64})$`, "i");
  const resign = (cookie: string) => {
    const [, token = "", hash = ""] = shape.exec(cookie) ?? [];
    const isOurs = others.some((secret) => {
      const expected = Buffer.from(hashBy(secret, token));
      return expected.length === hash.length && timingSafeEqual(expected, Buffer.from(hash));
    });
    return isOurs ? ` ${cookieName("csrf")}=${token}%7C${hashBy(first, token)}` : cookie;
  };
  const cookies = headers.get("cookie");
  if (cookies !== null) headers.set("cookie", cookies.split(";").map(resign).join(";"));
}
