import { createHmac } from "node:crypto";

export type TrailEvent = {
  id: bigint;
  at: Date;
  name: string;
  actorId: string | null;
  subjectId: string | null;
  challengeId: string | null;
  maskedIdentifier: string | null;
  ip: string | null;
  userAgent: string | null;
  details: unknown;
};

/** `id` is the same in each try. */
export type WebhookMessage = { id: string; body: string };

/** One event as Standard Webhooks has it (standardwebhooks.com). docs/operations.md explains each field to receivers. */
export function writeMessage({ name, at, id, ...facts }: TrailEvent): WebhookMessage {
  const data = { id: String(id), ...facts };
  // With the time: a restored database gives the same ids to other events.
  return { id: `evt_${id}_${at.getTime()}`, body: JSON.stringify({ type: name, timestamp: at.toISOString(), data }) };
}

/** The headers of Standard Webhooks, with a signature by each secret (`whsec_…`). */
export function signMessage({ id, body }: WebhookMessage, secrets: string[], now = new Date()): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
