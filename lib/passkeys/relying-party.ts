import { env } from "@/lib/env";
import { shopConfig } from "@/shop.config";

/** From settings alone: never from the Host header. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { APP_URL } = env();
  return { id: new URL(APP_URL).hostname, origin: APP_URL, name: shopConfig.relyingPartyName };
}

/** The user id's 16 bytes, which say nothing (WebAuthn 14.6.1). One per user, so a device keeps one passkey. */
export function userHandle(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));
}

/** As browsers write it. */
export function writeUserHandle(userId: string): string {
  return Buffer.from(userHandle(userId)).toString("base64url");
}

/** Discoverable passkeys always name a user (7.2, step 6). */
export function isHandleOf(handle: string, userId: string): boolean {
  return handle === writeUserHandle(userId);
}
