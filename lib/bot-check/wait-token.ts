import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { bindingOf, botCheckKey } from "./altcha";
import type { BotCheckBearer } from "./provider";

/** How long a browser waits that cannot do the work. */
export const waitSeconds = 60;
/** From its issue. `proof.once` remembers a token for longer. */
const tokenLifeSeconds = 15 * 60;

export type WaitOutcome =
  | { state: "accepted" }
  /** Forged, used before, too old, or made for another purpose or browser: one answer for all. */
  | { state: "refused" }
  /** The minute is not over. The same token is good in so many seconds. */
  | { state: "early"; secondsLeft: number }
  /** Too many came by waiting from this source lately. A place is free in so many seconds. */
  | { state: "crowded"; secondsLeft: number };

/**
 * A proof by patience: issue time in seconds, 128 random bits and an HMAC-SHA-256 over both, the purpose and the
 * browser. Nothing is written down for it: asking for tokens uses up nothing that another visitor could need.
 */
export function issueWaitToken(bearer: BotCheckBearer): string {
  const body = `${Math.floor(Date.now() / 1_000)}.${randomBytes(16).toString("base64url")}`;
  return `${body}.${sign(body, bearer)}`;
}

/**
 * Takes a token in: from 60 s to 15 min after its issue, once, and only so many per source. A token that came early or
 * into a crowd is not used up. Throws LimitsUnavailable when nobody can tell whether it was used before.
 */
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
  const expected = Buffer.from(sign(body, bearer));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? Number(issuedAt) : null;
}

function sign(body: string, bearer: BotCheckBearer): string {
  return createHmac("sha256", botCheckKey("wait"))
    .update(`${body}:${bindingOf(bearer)}`)
    .digest("base64url");
}
