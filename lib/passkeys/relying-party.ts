import { env } from "@/lib/env";

/**
 * Who asks for passkeys, as the browser checks it. From the settings alone: a Host header that somebody wrote must never
 * decide for which site a signature counts.
 */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { APP_URL } = env();
  return { id: new URL(APP_URL).hostname, origin: APP_URL, name: "myshop" };
}

/**
 * What a passkey keeps of whose it is: the 16 bytes of the user's id, which say nothing about the person (WebAuthn
 * section 14.6.1). The same for all passkeys of a user, so that a device keeps one of them for an account.
 */
export function userHandle(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));
}

/** Whether a passkey's answer names this user. A discoverable passkey always names one (section 7.2, step 6). */
export function isHandleOf(handle: string, userId: string): boolean {
  return handle === Buffer.from(userHandle(userId)).toString("base64url");
}
