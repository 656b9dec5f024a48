import { isSigned, sign } from "@/lib/crypto/secret-key";
import { readLinkToken } from "./link-token";

export type ReportKind = "challenge" | "session" | "browser" | "passkey";
export type ReportSubject = { kind: ReportKind; id: string };

const kindByte = { challenge: 1, session: 2, browser: 3, passkey: 4 } as const satisfies Record<ReportKind, number>;

/** RFC 2104, 5: at least half the hash. */
const macBytes = 16;
const purpose = "report token v1";
const idBytes = 16;

const tokenShape = /^[A-Za-z0-9_-]{44}$/;

/** Ends one subject; no login; never expires. `id`: 22 characters of base64url or a UUID, else it throws. */
export function makeReportToken(kind: ReportKind, id: string): string {
  const bytes = kind === "challenge" ? Buffer.from(id, "base64url") : Buffer.from(id.replaceAll("-", ""), "hex");
  if (bytes.length !== idBytes) throw new Error(`This is no id of a ${kind}`);
  const body = Buffer.concat([Buffer.of(kindByte[kind]), bytes]);
  return Buffer.concat([body, sign(purpose, [body], macBytes)]).toString("base64url");
}

export function readReportToken(text: string): ReportSubject | null {
  const token = readLinkToken(text);
  if (!tokenShape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const subject = readSubject(bytes);
  const bodyBytes = bytes.length - macBytes;
  return isSigned(purpose, [bytes.subarray(0, bodyBytes)], bytes.subarray(bodyBytes)) ? subject : null;
}

function readSubject(bytes: Buffer): ReportSubject | null {
  const id = bytes.subarray(1, 1 + idBytes);
  if (bytes[0] === kindByte.challenge) return { kind: "challenge", id: id.toString("base64url") };
  const uuid = id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (bytes[0] === kindByte.session) return { kind: "session", id: uuid };
  if (bytes[0] === kindByte.browser) return { kind: "browser", id: uuid };
  return bytes[0] === kindByte.passkey ? { kind: "passkey", id: uuid } : null;
}
