import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { readLinkToken } from "./link-token";

/** What a link in a mail is about: something that began for a user at a moment, while they had this email. */
export type UserLink = { id: string; email: string; at: Date };

/** 128 bits of the HMAC, as in lib/signed-link/report-token.ts. */
const macBytes = 16;
const idBytes = 16;
const timeBytes = 6;

// The id, the milliseconds, the MAC: 38 bytes.
const tokenShape = /^[A-Za-z0-9_-]{50}[AEIMQUYcgkosw048]$/;

/**
 * A token for a link in a mail: authority for one purpose alone, for this one beginning, and only while the account has
 * the email that it was mailed to. Nothing is stored. `purpose` names the key (HKDF, RFC 5869), so that no token of
 * another purpose can be handed in. Throws for an id that is none, which would be a mistake of ours.
 */
export function makeUserLinkToken(purpose: string, { id, email, at }: UserLink): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(at.getTime(), 0, timeBytes);
  const body = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), time]);
  if (body.length !== idBytes + timeBytes) throw new Error("This is no id of a user");
  const key = Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `myshop ${purpose} token v1`, 32));
  const mac = createHmac("sha256", key).update(body).update(email).digest().subarray(0, macBytes);
  return Buffer.concat([body, mac]).toString("base64url");
}

/** Whom a token claims to be about, and since when; null for what has not the shape of one. */
export function readUserLinkToken(text: string): { userId: string; at: Date } | null {
  const token = readLinkToken(text);
  if (!tokenShape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const userId = bytes
    .subarray(0, idBytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { userId, at: new Date(bytes.readUIntBE(idBytes, timeBytes)) };
}

/** Whether we made exactly this token for this user, who has this email now. Compared in constant time. */
export function isUserLinkTokenOf(purpose: string, text: string, user: { id: string; email: string }): boolean {
  const token = readLinkToken(text);
  const claim = readUserLinkToken(token);
  if (claim === null || claim.userId !== user.id) return false;
  const ours = makeUserLinkToken(purpose, { ...user, at: claim.at });
  return timingSafeEqual(Buffer.from(token), Buffer.from(ours));
}
