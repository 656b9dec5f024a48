import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { bindingsOf, botCheckKeys } from "./altcha";
import type { BotCheckBearer } from "./provider";

export const waitSeconds = 60;
/** `proof.once` remembers a token longer. */
const tokenLifeSeconds = 15 * 60;

export type WaitOutcome =
  | { state: "accepted" }
  /** One answer for forged, used, expired and foreign. */
  | { state: "refused" }
  | { state: "early"; secondsLeft: number }
  /** Too many waited from this source lately. */
  | { state: "crowded"; secondsLeft: number };

/** Issue time, 128 random bits and an HMAC-SHA-256 over both, purpose and browser. Stores nothing. */
export function issueWaitToken(bearer: BotCheckBearer): string {
  const body = `${Math.floor(Date.now() / 1_000)}.${randomBytes(16).toString("base64url")}`;
  return `${body}.${signatures(body, bearer)[0]}`;
}

/** Valid from 60 s to 15 min, once, and limited per source. Early ones stay valid. Throws LimitsUnavailable. */
export async function redeemWaitToken(token: string, bearer: BotCheckBearer): Promise<WaitOutcome> {
  const issuedAtSeconds = readIssuedAt(token, bearer);
  if (issuedAtSeconds === null) return { state: "refused" };
  const ageSeconds = Date.now() / 1_000 - issuedAtSeconds;
  if (ageSeconds > tokenLifeSeconds) return { state: "refused" };
  if (ageSeconds < waitSeconds) return { state: "early", secondsLeft: Math.ceil(waitSeconds - ageSeconds) };

  const { source, isKnown } = sourceOf(bearer.ip);
  const decision = await consume([
    { policy: "proof.once", subject: `wait:${token}` },
    { policy: isKnown ? "wait.source.short" : "wait.unknown.short", subject: source },
  ]);
  if (decision.isAllowed) return { state: "accepted" };
  if (decision.policy === "proof.once") return { state: "refused" };
  return { state: "crowded", secondsLeft: Math.max(1, Math.ceil((decision.retryAt.getTime() - Date.now()) / 1_000)) };
}

function readIssuedAt(token: string, bearer: BotCheckBearer): number | null {
  const match = /^((\d{10})\.[A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match) return null;
  const [, body = "", issuedAt, signature = ""] = match;
  const given = Buffer.from(signature);
  const isOurs = signatures(body, bearer).some((text) => timingSafeEqual(Buffer.from(text), given));
  return isOurs ? Number(issuedAt) : null;
}

function signatures(body: string, bearer: BotCheckBearer): string[] {
  const bindings = bindingsOf(bearer);
  return botCheckKeys("wait").map((key, secret) =>
    createHmac("sha256", key).update(`${body}:${bindings[secret]}`).digest("base64url"),
  );
}
