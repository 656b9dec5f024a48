import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findKey, keepKey } from "@/lib/http/key-cookie";
import { passkeyChallengeLifeMs } from "@/lib/passkeys/passkey-challenge";
import { keptDays } from "@/lib/retention";

export const trustDays = 30;

const challengeKeyLifeSeconds = keptDays.challenge * 24 * 60 * 60;
const trustedDeviceLifeSeconds = trustDays * 24 * 60 * 60;

export const findChallengeKey = () => findKey("challenge");

/** Makes and sets the challenge key if there is none; renews its life. All tabs share it. */
export const ensureChallengeKey = () => ensure("challenge", challengeKeyLifeSeconds);

export const findPasskeyKey = () => findKey("passkey");

/** A key apart, so that the login page's background request cannot overwrite the key of a code. */
export const ensurePasskeyKey = () => ensure("passkey", passkeyChallengeLifeMs / 1_000);

export async function dropChallengeKeys(): Promise<void> {
  await keepKey("challenge", "", 0);
  await keepKey("passkey", "", 0);
}

export const findTrustedDeviceKey = () => findKey("browser");

export const setTrustedDeviceKey = (key: string) => keepKey("browser", key, trustedDeviceLifeSeconds);

export const dropTrustedDeviceKey = () => keepKey("browser", "", 0);

async function ensure(name: "challenge" | "passkey", lifeSeconds: number): Promise<string> {
  const key = (await findKey(name)) ?? newKey();
  await keepKey(name, key, lifeSeconds);
  return key;
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
