import { createHash, createHmac, createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { EventWebhook } from "@/emulator/state/account";
import type { PendingPost } from "@/emulator/state/emulator-state";
import { randomHex, type World } from "@/emulator/state/world";

const answerWithinMs = 5_000;
const firstRetryMs = 5_000;
/** @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook */
const giveUpAfterMs = 24 * 3_600_000;

export function enqueuePost(world: World, accountSid: string, to: PendingPost["to"], body: unknown): void {
  const nowMs = world.nowMs();
  world.state.pendingPosts.push({
    id: randomHex(world.state, 12),
    accountSid,
    to,
    body: JSON.stringify(body),
    tries: 0,
    firstDueAtMs: nowMs,
    dueAtMs: nowMs,
  });
}

/** Undefined if the receiver is gone or off. */
function requestOf(world: World, post: PendingPost): { url: string; headers: Record<string, string> } | undefined {
  const account = world.state.accounts.get(post.accountSid);
  if (post.to.kind === "twilio-sink") {
    const sink = account?.eventSinks.get(post.to.id);
    return account && sink && signedSinkRequest(account.authToken, sink.url, post.body);
  }
  if (post.to.kind === "stripe-endpoint") {
    const endpoint = account?.stripe.endpoints.get(post.to.id);
    return endpoint && { url: endpoint.url, headers: stripeHeaders(endpoint.secret ?? "", post.body, world.nowMs()) };
  }
  const webhook = account?.sendgrid.eventWebhooks.get(post.to.id);
  if (webhook === undefined || !webhook.enabled) return undefined;
  return {
    url: webhook.url,
    headers: { "user-agent": "SendGrid Event API", ...signatureHeaders(webhook, post.body, world.nowMs()) },
  };
}

async function isDone(world: World, post: PendingPost): Promise<boolean> {
  const request = requestOf(world, post);
  if (request === undefined) return true;
  try {
    const response = await fetch(request.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...request.headers },
      body: post.body,
      redirect: "manual",
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Posts what is due; repeats failures for a day, each after twice the time. */
export async function makeDuePosts(world: World): Promise<void> {
  const nowMs = world.nowMs();
  const due = world.state.pendingPosts.filter(({ dueAtMs }) => dueAtMs <= nowMs);
  if (due.length === 0) return;
  world.state.pendingPosts = world.state.pendingPosts.filter(({ dueAtMs }) => dueAtMs > nowMs);
  await Promise.all(
    due.map(async (post) => {
      if (await isDone(world, post)) return;
      const dueAtMs = nowMs + firstRetryMs * 2 ** post.tries;
      if (dueAtMs < post.firstDueAtMs + giveUpAfterMs)
        world.state.pendingPosts.push({ ...post, tries: post.tries + 1, dueAtMs });
    }),
  );
}

/** HMAC-SHA1 over the address with the body's hash. @see
 * https://www.twilio.com/docs/usage/security#validating-requests */
function signedSinkRequest(
  authToken: string,
  sinkUrl: string,
  body: string,
): { url: string; headers: Record<string, string> } {
  const url = new URL(sinkUrl);
  url.searchParams.set("bodySHA256", createHash("sha256").update(body).digest("hex"));
  const signature = createHmac("sha1", authToken).update(url.href).digest("base64");
  return { url: url.href, headers: { "user-agent": "TwilioProxy/1.1", "x-twilio-signature": signature } };
}

/** HMAC-SHA-256 over time and body. @see https://docs.stripe.com/webhooks#verify-manually */
function stripeHeaders(secret: string, body: string, nowMs: number): Record<string, string> {
  const timestamp = Math.floor(nowMs / 1000);
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return {
    "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "stripe-signature": `t=${timestamp},v1=${signature}`,
  };
}

/** In the order of the settings form. */
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

/** P-256; the public key is base64 DER. */
export function startSigning(webhook: EventWebhook): void {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  webhook.privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  webhook.publicKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");
}

/** ECDSA with SHA-256 over timestamp and body, base64 DER. */
function signatureHeaders(webhook: EventWebhook, body: string, nowMs: number): Record<string, string> {
  if (webhook.privateKeyPem === null) return {};
  const timestamp = String(Math.floor(nowMs / 1000));
  const signature = sign("sha256", Buffer.from(timestamp + body), createPrivateKey(webhook.privateKeyPem));
  return {
    "X-Twilio-Email-Event-Webhook-Signature": signature.toString("base64"),
    "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
  };
}
