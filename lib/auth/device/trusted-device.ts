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

const keyShape = /^[A-Za-z0-9_-]{43}$/;

const challengeKeyLifeSeconds = keptDays.challenge * 24 * 60 * 60;
const trustedDeviceLifeSeconds = 30 * 24 * 60 * 60;

export const findChallengeKey = () => find("challenge");

/** Makes and sets the challenge key if there is none; renews its life. All tabs share it. */
export const ensureChallengeKey = () => ensure("challenge", challengeKeyLifeSeconds);

export const findPasskeyKey = () => find("passkey");

/** A key apart, so that the login page's background request cannot overwrite the key of a code. */
export const ensurePasskeyKey = () => ensure("passkey", passkeyChallengeLifeMs / 1_000);

export async function dropChallengeKeys(): Promise<void> {
  await keep("challenge", "", 0);
  await keep("passkey", "", 0);
}

export const findTrustedDeviceKey = () => find("browser");

export const setTrustedDeviceKey = (key: string) => keep("browser", key, trustedDeviceLifeSeconds);

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

export const trustDays = 30;

/** SQL: the key's hash if that device logged in to this address's account in the last thirty days, else NULL. */
export function trustedKeyHashSql(address: string, keyHash: string | null): Prisma.Sql {
  if (keyHash === null) return Prisma.sql`NULL::text`;
  return Prisma.sql`(
    SELECT browser."keyHash" FROM "KnownBrowser" browser JOIN "User" owner ON owner."id" = browser."userId"
    WHERE owner."email" = ${address} AND browser."keyHash" = ${keyHash}
      AND browser."lastSeenAt" > now() - make_interval(days => ${trustDays}::int))`;
}

export async function isTrustedDevice(address: string, keyHash: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ keyHash: string | null }[]>`
    SELECT ${trustedKeyHashSql(address, keyHash)} AS "keyHash"`;
  return row?.keyHash != null;
}

export type AskingBrowser = {
  challengeKey: string;
  trustedKey: string | null;
  visitor: Visitor;
  askForBotCheck: AskForBotCheck;
};

export type AskForBotCheck = () => Promise<BotCheckRequest | null>;

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

/** Judges a form's bot check once: it is spent by use, and several limits may ask. */
export function readBotCheckOf(form: FormData, bearer: BotCheckBearer): AskForBotCheck {
  let asked: Promise<BotCheckRequest | null> | undefined;
  return () => {
    asked ??= askForBotCheck(form, bearer);
    return asked;
  };
}

/** Turnstile tokens have up to 2,048 characters, ours about 600. */
const longestBotCheck = 4_096;

/** Null if the form passes the bot check (R19), else the task to show. Throws LimitsUnavailable. */
export async function askForBotCheck(form: FormData, bearer: BotCheckBearer): Promise<BotCheckRequest | null> {
  const provider = chooseProvider();
  const response = formText(form, botCheckField, longestBotCheck);
  if (response !== "" && (await provider.verify(response, bearer)).ok) return null;

  const token = formText(form, waitTokenField);
  const waited = token === "" ? null : await redeemWaitToken(token, bearer);
  if (waited?.state === "accepted") return null;

  const task = await provider.issue(bearer);
  // Coming early does not restart the wait.
  if (waited?.state === "early") return { task, waitToken: token, waitSeconds: waited.secondsLeft };
  const freeInSeconds = waited?.state === "crowded" ? waited.secondsLeft : 0;
  return { task, waitToken: issueWaitToken(bearer), waitSeconds: Math.max(waitSeconds, freeInSeconds) };
}
