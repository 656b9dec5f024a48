import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** A user whose account is to get another address, from when on, and the address that it has now. */
export type RecoveringUser = { id: string; email: string; startedAt: Date };

/** 128 bits of the HMAC, as in lib/auth/report-token.ts. */
const macBytes = 16;
const idBytes = 16;
const timeBytes = 6;

// The id, the milliseconds, the MAC: 38 bytes.
const tokenShape = /^[A-Za-z0-9_-]{50}[AEIMQUYcgkosw048]$/;

/**
 * The token in the link by which the owner of an account stops that it gets another address: authority for that alone,
 * for this one beginning, and only while the account has the email that it was mailed to. Whoever has it can log in to
 * nothing.
 */
export function makeStopToken({ id, email, startedAt }: RecoveringUser): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(startedAt.getTime(), 0, timeBytes);
  const body = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), time]);
  if (body.length !== idBytes + timeBytes) throw new Error("This is no id of a user");
  const mac = createHmac("sha256", stopKey()).update(body).update(email).digest().subarray(0, macBytes);
  return Buffer.concat([body, mac]).toString("base64url");
}

/** Whom a token claims to be about, and since when; null for what has not the shape of one. */
export function readStopToken(token: string): { userId: string; startedAt: Date } | null {
  if (!tokenShape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const userId = bytes
    .subarray(0, idBytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { userId, startedAt: new Date(bytes.readUIntBE(idBytes, timeBytes)) };
}

/** Whether we made exactly this token for this user, who has this email now. Compared in constant time. */
export function isStopTokenOf(token: string, user: { id: string; email: string }): boolean {
  const claim = readStopToken(token);
  if (claim === null || claim.userId !== user.id) return false;
  const ours = makeStopToken({ ...user, startedAt: claim.startedAt });
  return timingSafeEqual(Buffer.from(token), Buffer.from(ours));
}

/** A key for this purpose alone (HKDF, RFC 5869). */
function stopKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "myshop stop recovery token v1", 32));
}
