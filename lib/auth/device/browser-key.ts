import { cookies } from "next/headers";
import { newKey } from "@/lib/crypto/secret-key";
import { cookieAttributes, cookieName } from "@/lib/http/cookies";
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
