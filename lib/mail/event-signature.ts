import { createPublicKey, verify } from "node:crypto";

/** How old a signed post may be, in seconds. SendGrid names no limit; replays are caught by event ids as well. */
const toleranceSeconds = 5 * 60;

/**
 * Whether SendGrid signed this body: ECDSA P-256 over the timestamp and the raw bytes, by the key that the Event
 * Webhook's settings show (base64 SPKI).
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 * node:crypto, because @sendgrid/eventwebhook throws on a malformed signature where it should say no.
 */
export function isSignedBySendGrid(
  post: { body: Buffer; signature: string | null; timestamp: string | null },
  publicKey: string,
  now = Date.now(),
): boolean {
  const { body, signature, timestamp } = post;
  if (signature === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > toleranceSeconds) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify("sha256", Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
