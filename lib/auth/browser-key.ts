import { cookies } from "next/headers";
import { keptDays } from "@/lib/kept-days";
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

/** Takes the challenge key away: after a login its work is done. */
export async function dropChallengeKey(): Promise<void> {
  (await cookies()).set(cookieName("challenge"), "", { ...cookieAttributes(), maxAge: 0 });
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
