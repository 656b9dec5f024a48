import { cookies } from "next/headers";
import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
import { passkeyChallengeLifeMs } from "@/lib/passkeys/passkey-challenge";
import { keptDays } from "@/lib/retention";

const keyShape = /^[A-Za-z0-9_-]{43}$/;

export const trustDays = 30;

const challengeKeyLifeSeconds = keptDays.challenge * 24 * 60 * 60;
const trustedDeviceLifeSeconds = trustDays * 24 * 60 * 60;

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
