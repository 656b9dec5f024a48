import { cookies, headers } from "next/headers";
import { type BotCheckRequest, botCheckField, waitTokenField } from "@/lib/bot-check/bot-check-request";
import { chooseProvider } from "@/lib/bot-check/choose-provider";
import type { BotCheckBearer, BotCheckPurpose } from "@/lib/bot-check/provider";
import { issueWaitToken, redeemWaitToken, waitSeconds } from "@/lib/bot-check/wait-token";
import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
import { formText } from "@/lib/http/field-errors";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { passkeyChallengeLifeMs } from "@/lib/passkeys/passkey-challenge";
import { keptDays } from "@/lib/retention";

// 256 random bits as base64url.
const keyShape = /^[A-Za-z0-9_-]{43}$/;

/** As long as the rows that it opens. A code dies after ten minutes by its row; the key then still says who may ask anew. */
const challengeKeyLifeSeconds = keptDays.challenge * 24 * 60 * 60;
/** A device stays trusted for 30 days. */
const trustedDeviceLifeSeconds = 30 * 24 * 60 * 60;

/** The key that binds challenges to this browser, or null if it has none. */
export const findChallengeKey = () => find("challenge");

/** The browser's challenge key, made and set if there is none; one key serves all tabs, and its life starts anew. */
export const ensureChallengeKey = () => ensure("challenge", challengeKeyLifeSeconds);

/** The key that a login by passkey is bound to, or null if this browser has none. */
export const findPasskeyKey = () => find("passkey");

/**
 * The key for a login by passkey, made and set if there is none, for as long as the challenge that is bound to it. A key
 * of its own: the login page asks for it in the background, and an answer that comes late must not take away the key of
 * a code that was asked for meanwhile.
 */
export const ensurePasskeyKey = () => ensure("passkey", passkeyChallengeLifeMs / 1_000);

/** Takes the keys of codes and of logins by passkey away: after a login their work is done. */
export async function dropChallengeKeys(): Promise<void> {
  await keep("challenge", "", 0);
  await keep("passkey", "", 0);
}

/** The key by which a browser that has logged in before is known again, or null if it has none. */
export const findTrustedDeviceKey = () => find("browser");

/** Leaves the known-browser key in this browser. */
export const setTrustedDeviceKey = (key: string) => keep("browser", key, trustedDeviceLifeSeconds);

/** Makes this browser unknown again. */
export const dropTrustedDeviceKey = () => keep("browser", "", 0);

type KeyName = "challenge" | "passkey" | "browser";

async function find(name: KeyName): Promise<string | null> {
  const key = (await cookies()).get(cookieName(name))?.value;
  return key !== undefined && keyShape.test(key) ? key : null;
}

async function ensure(name: KeyName, lifeSeconds: number): Promise<string> {
  const key = (await find(name)) ?? newKey();
  await keep(name, key, lifeSeconds);
  return key;
}

async function keep(name: KeyName, key: string, lifeSeconds: number): Promise<void> {
  (await cookies()).set(cookieName(name), key, { ...cookieAttributes(), maxAge: lifeSeconds });
}

/** How long a browser stays known after its last login, in days. */
export const trustDays = 30;

/**
 * SQL that gives the hash of a known-browser key if that browser has logged in to the account of an address within the
 * last thirty days, else NULL.
 */
export function trustedKeyHashSql(address: string, keyHash: string | null): Prisma.Sql {
  if (keyHash === null) return Prisma.sql`NULL::text`;
  return Prisma.sql`(
    SELECT browser."keyHash" FROM "KnownBrowser" browser JOIN "User" owner ON owner."id" = browser."userId"
    WHERE owner."email" = ${address} AND browser."keyHash" = ${keyHash}
      AND browser."lastSeenAt" > now() - make_interval(days => ${trustDays}::int))`;
}

/** Whether a browser, by the hash of its key, has logged in to the account of an address before. */
export async function isTrustedDevice(address: string, keyHash: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ keyHash: string | null }[]>`
    SELECT ${trustedKeyHashSql(address, keyHash)} AS "keyHash"`;
  return row?.keyHash != null;
}

/** The browser that asks for a code, as its cookies and its request show it. */
export type AskingBrowser = {
  /** Binds the challenge to this browser. */
  challengeKey: string;
  /** By which it is known where it has logged in before; null for a new one. */
  trustedKey: string | null;
  visitor: Visitor;
  askForBotCheck: AskForBotCheck;
};

/** Called under suspicion: null if the request brings a proof that a person may be behind it, else what to ask for. */
export type AskForBotCheck = () => Promise<BotCheckRequest | null>;

/** Reads the asking browser from a request with a form, and gives it a challenge key if it has none. */
export async function readAskingBrowser(form: FormData, purpose: BotCheckPurpose): Promise<AskingBrowser> {
  const visitor = readVisitor(await headers());
  const challengeKey = await ensureChallengeKey();
  return {
    challengeKey,
    trustedKey: await findTrustedDeviceKey(),
    visitor,
    askForBotCheck: readBotCheckOf(form, { purpose, browserKey: challengeKey, ip: visitor.ip }),
  };
}

/** Judges the proof of a form once, when it is first asked for: it counts once, and more than one limit may ask. */
export function readBotCheckOf(form: FormData, bearer: BotCheckBearer): AskForBotCheck {
  let asked: Promise<BotCheckRequest | null> | undefined;
  return () => {
    asked ??= askForBotCheck(form, bearer);
    return asked;
  };
}

/** Turnstile's tokens have up to 2,048 characters, our own responses about 600. */
const longestBotCheck = 4_096;

/**
 * Asks a visitor under suspicion for a proof that they are not one of many machines (R19). Null when the form brings a
 * valid one, which is then used up: go on. Otherwise what the form must show and bring back; nothing was done yet.
 *
 * Whatever goes wrong with the task, the way by waiting stays open. Throws LimitsUnavailable, so that the caller stays
 * closed, when the store of used proofs does not answer.
 */
export async function askForBotCheck(form: FormData, bearer: BotCheckBearer): Promise<BotCheckRequest | null> {
  const provider = chooseProvider();
  const response = formText(form, botCheckField, longestBotCheck);
  if (response !== "" && (await provider.verify(response, bearer)).ok) return null;

  const token = formText(form, waitTokenField);
  const waited = token === "" ? null : await redeemWaitToken(token, bearer);
  if (waited?.state === "accepted") return null;

  const task = await provider.issue(bearer);
  // The minute does not start again for a visitor who comes early.
  if (waited?.state === "early") return { task, waitToken: token, waitSeconds: waited.secondsLeft };
  const freeInSeconds = waited?.state === "crowded" ? waited.secondsLeft : 0;
  return { task, waitToken: issueWaitToken(bearer), waitSeconds: Math.max(waitSeconds, freeInSeconds) };
}
