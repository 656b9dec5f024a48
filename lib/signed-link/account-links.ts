import { isSigned, sign } from "@/lib/crypto/secret-key";
import { readLinkToken } from "./link-token";

type UserLink = { id: string; email: string; at: Date };

/** 128 bits of the HMAC (RFC 2104, 5). */
const macBytes = 16;
const idBytes = 16;
const timeBytes = 6;

const tokenShape = /^[A-Za-z0-9_-]{50}[AEIMQUYcgkosw048]$/;

export function makeUserLinkToken(purpose: string, { id, email, at }: UserLink): string {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(at.getTime(), 0, timeBytes);
  const body = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), time]);
  if (body.length !== idBytes + timeBytes) throw new Error("This is no id of a user");
  return Buffer.concat([body, sign(`${purpose} token v1`, [body, email], macBytes)]).toString("base64url");
}

/** Null if malformed. Not verified yet. */
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

export function isUserLinkTokenOf(purpose: string, text: string, user: { id: string; email: string }): boolean {
  const token = readLinkToken(text);
  const claim = readUserLinkToken(token);
  if (claim === null || claim.userId !== user.id) return false;
  const bytes = Buffer.from(token, "base64url");
  const body = bytes.subarray(0, idBytes + timeBytes);
  return isSigned(`${purpose} token v1`, [body, user.email], bytes.subarray(body.length));
}

export type UserPendingDeletion = { id: string; email: string; deletionAskedAt: Date };

const keepPurpose = "keep";

/** Keeps an account with a pending deletion; no login. */
export function makeKeepToken({ id, email, deletionAskedAt }: UserPendingDeletion): string {
  return makeUserLinkToken(keepPurpose, { id, email, at: deletionAskedAt });
}

export function readKeepToken(token: string): { userId: string; deletionAskedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, deletionAskedAt: claim.at };
}

export function isKeepTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(keepPurpose, token, user);
}

type RecoveringUser = { id: string; email: string; startedAt: Date };

const stopPurpose = "stop recovery";

/** Stops a recovery; no login. */
export function makeStopToken({ id, email, startedAt }: RecoveringUser): string {
  return makeUserLinkToken(stopPurpose, { id, email, at: startedAt });
}

export function readStopToken(token: string): { userId: string; startedAt: Date } | null {
  const claim = readUserLinkToken(token);
  return claim && { userId: claim.userId, startedAt: claim.at };
}

export function isStopTokenOf(token: string, user: { id: string; email: string }): boolean {
  return isUserLinkTokenOf(stopPurpose, token, user);
}

const undoPurpose = "undo email token v1";

const undoEmailTokenShape = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Undoes one email change while its row exists; no login. */
export function makeUndoEmailToken(changeId: string): string {
  const id = Buffer.from(changeId.replaceAll("-", ""), "hex");
  if (id.length !== idBytes) throw new Error("This is no id of a change");
  return Buffer.concat([id, sign(undoPurpose, [id], macBytes)]).toString("base64url");
}

/** The change's id, or null if not ours. Constant time. */
export function readUndoEmailToken(text: string): string | null {
  const token = readLinkToken(text);
  if (!undoEmailTokenShape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const id = bytes.subarray(0, idBytes);
  if (!isSigned(undoPurpose, [id], bytes.subarray(idBytes))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
