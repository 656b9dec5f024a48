import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/crypto/secret-key";
import { readLinkToken } from "./link-token";

/** What a link in a mail is about: something that began for a user at a moment, while they had this email. */
type UserLink = { id: string; email: string; at: Date };

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
  const mac = createHmac("sha256", keyFor(`${purpose} token v1`))
    .update(body)
    .update(email)
    .digest()
    .subarray(0, macBytes);
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

/** A user who asked to be deleted. */
export type UserPendingDeletion = { id: string; email: string; deletionAskedAt: Date };

const keepPurpose = "keep";

/**
 * The token in the link by which an account that is to be deleted is kept: authority for that alone, for this one
 * asking. Whoever has it can log in to nothing.
 */
export function makeKeepToken({ id, email, deletionAskedAt }: UserPendingDeletion): string {
  return makeUserLinkToken(keepPurpose, { id, email, at: deletionAskedAt });
}

/** Whom a token claims to be about, and since when they are leaving; null for what has not the shape of one. */
export function readKeepToken(token: string): { userId: string; deletionAskedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, deletionAskedAt: claim.at };
}

/** Whether we made exactly this token for this user, who has this email now. */
export function isKeepTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(keepPurpose, token, user);
}

/** A user whose account is to get another address, from when on, and the address that it has now. */
type RecoveringUser = { id: string; email: string; startedAt: Date };

const stopPurpose = "stop recovery";

/**
 * The token in the link by which the owner of an account stops that it gets another address: authority for that alone,
 * for this one beginning. Whoever has it can log in to nothing.
 */
export function makeStopToken({ id, email, startedAt }: RecoveringUser): string {
  return makeUserLinkToken(stopPurpose, { id, email, at: startedAt });
}

/** Whom a token claims to be about, and since when; null for what has not the shape of one. */
export function readStopToken(token: string): { userId: string; startedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, startedAt: claim.at };
}

/** Whether we made exactly this token for this user, who has this email now. */
export function isStopTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(stopPurpose, token, user);
}

// The id of the change and the MAC: 32 bytes.
const undoEmailTokenShape = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The token in the link by which an account is put back to the email that it had: authority for that alone, for one
 * change (the id of its row, a UUID), while the row is there. Whoever has it can log in to nothing by it.
 */
export function makeUndoEmailToken(changeId: string): string {
  const id = Buffer.from(changeId.replaceAll("-", ""), "hex");
  if (id.length !== idBytes) throw new Error("This is no id of a change");
  const mac = createHmac("sha256", keyFor("undo email token v1")).update(id).digest().subarray(0, macBytes);
  return Buffer.concat([id, mac]).toString("base64url");
}

/** Which change a token would undo, or null unless we made exactly this one. Compared in constant time. */
export function readUndoEmailToken(text: string): string | null {
  const token = readLinkToken(text);
  if (!undoEmailTokenShape.test(token)) return null;
  const id = Buffer.from(token, "base64url").subarray(0, idBytes).toString("hex");
  const changeId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(Buffer.from(token), Buffer.from(makeUndoEmailToken(changeId))) ? changeId : null;
}
