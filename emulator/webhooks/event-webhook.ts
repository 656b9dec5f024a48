import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { EventWebhook } from "@/emulator/state/sendgrid-account";

/** Events in the order of the settings form. @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const eventFlags = [
  "group_resubscribe",
  "delivered",
  "group_unsubscribe",
  "spam_report",
  "bounce",
  "deferred",
  "unsubscribe",
  "processed",
  "open",
  "click",
  "dropped",
] as const;

/** Switches signing on with a fresh P-256 key; the public half is base64 of its DER form, without PEM armour. */
export function startSigning(webhook: EventWebhook): void {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  webhook.privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  webhook.publicKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");
}

/**
 * The two headers of a signed post: ECDSA with SHA-256 over timestamp and body, base64 of its DER form.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
export function signatureHeaders(webhook: EventWebhook, body: string, nowMs: number): Record<string, string> {
  if (webhook.privateKeyPem === null) return {};
  const timestamp = String(Math.floor(nowMs / 1000));
  const signature = sign("sha256", Buffer.from(timestamp + body), createPrivateKey(webhook.privateKeyPem));
  return {
    "X-Twilio-Email-Event-Webhook-Signature": signature.toString("base64"),
    "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
  };
}
