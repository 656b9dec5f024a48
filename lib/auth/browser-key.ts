import { cookies } from "next/headers";
import { keptDays } from "@/lib/kept-days";
import { passkeyChallengeLifeMs } from "@/lib/passkeys/passkey-challenge";
import { cookieAttributes, cookieName } from "./edge-config";
import { newKey } from "./secret-key";

// 256 random bits as base64url.
const keyShape = /^[A-Za-z0-9_-]{43}$/;

/** As long as the rows that it opens. A code dies after ten minutes by its row; the key then still says who may ask anew. */
const challengeKeyLifeSeconds = keptDays.challenge * 24 * 60 * 60;
/** Device trust of 30 days (login-security.md section 7). */
const knownBrowserLifeSeconds = 30 * 24 * 60 * 60;

/** The key that binds challenges to this browser, or null if it has none. */
export async function findChallengeKey(): Promise<string | null> {
  return wellFormed((await cookies()).get(cookieName("challenge"))?.value);
}

/** The browser's challenge key, made and set if there is none; one key serves all tabs, and its life starts anew. */
export async function ensureChallengeKey(): Promise<string> {
  const key = (await findChallengeKey()) ?? newKey();
  (await cookies()).set(cookieName("challenge"), key, { ...cookieAttributes(), maxAge: challengeKeyLifeSeconds });
  return key;
}

/** The key that a login by passkey is bound to, or null if this browser has none. */
export async function findPasskeyKey(): Promise<string | null> {
  return wellFormed((await cookies()).get(cookieName("passkey"))?.value);
}

/**
 * The key for a login by passkey, made and set if there is none, for as long as the challenge that is bound to it. A key
 * of its own: the login page asks for it in the background, and an answer that comes late must not take away the key of
 * a code that was asked for meanwhile.
 */
export async function ensurePasskeyKey(): Promise<string> {
  const key = (await findPasskeyKey()) ?? newKey();
  const attributes = { ...cookieAttributes(), maxAge: passkeyChallengeLifeMs / 1_000 };
  (await cookies()).set(cookieName("passkey"), key, attributes);
  return key;
}

/** Takes the keys of codes and of logins by passkey away: after a login their work is done. */
export async function dropChallengeKeys(): Promise<void> {
  for (const name of ["challenge", "passkey"] as const) {
    (await cookies()).set(cookieName(name), "", { ...cookieAttributes(), maxAge: 0 });
  }
}

/** The key by which a browser that has logged in before is known again, or null if it has none. */
export async function findKnownBrowserKey(): Promise<string | null> {
  return wellFormed((await cookies()).get(cookieName("browser"))?.value);
}

/** Leaves the known-browser key in this browser. */
export async function setKnownBrowserKey(key: string): Promise<void> {
  (await cookies()).set(cookieName("browser"), key, { ...cookieAttributes(), maxAge: knownBrowserLifeSeconds });
}

/** Makes this browser unknown again. */
export async function dropKnownBrowserKey(): Promise<void> {
  (await cookies()).set(cookieName("browser"), "", { ...cookieAttributes(), maxAge: 0 });
}

function wellFormed(key: string | undefined): string | null {
  return key !== undefined && keyShape.test(key) ? key : null;
}
