import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { readLinkToken } from "./link-token";

/** 128 bits of the HMAC, as in report-token.ts. */
const macBytes = 16;
const idBytes = 16;

// The id of the change and the MAC: 32 bytes.
const tokenShape = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The token in the link by which an account is put back to the email that it had: authority for that alone, for one
 * change (the id of its row, a UUID), while the row is there. Whoever has it can log in to nothing by it.
 */
export function makeUndoEmailToken(changeId: string): string {
  const id = Buffer.from(changeId.replaceAll("-", ""), "hex");
  if (id.length !== idBytes) throw new Error("This is no id of a change");
  const mac = createHmac("sha256", undoKey()).update(id).digest().subarray(0, macBytes);
  return Buffer.concat([id, mac]).toString("base64url");
}

/** Which change a token would undo, or null unless we made exactly this one. Compared in constant time. */
export function readUndoEmailToken(text: string): string | null {
  const token = readLinkToken(text);
  if (!tokenShape.test(token)) return null;
  const id = Buffer.from(token, "base64url").subarray(0, idBytes).toString("hex");
  const changeId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(Buffer.from(token), Buffer.from(makeUndoEmailToken(changeId))) ? changeId : null;
}

/** A key for this purpose alone (HKDF, RFC 5869). */
function undoKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "myshop undo email token v1", 32));
}
