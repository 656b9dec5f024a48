import { signatureHeaders } from "@/emulator/sendgrid/event-webhook";
import { randomHex } from "@/emulator/state/random-source";
import type { World } from "@/emulator/world";

const answerWithinMs = 10_000;
const firstRetryMs = 5_000;
/** SendGrid tries for 24 hours. @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook */
const giveUpAfterMs = 24 * 3_600_000;

/** An Event Webhook post that is still to be made, or to be made again. */
export type PendingPost = {
  id: string;
  accountSid: string;
  webhookId: string;
  body: string;
  tries: number;
  firstDueAtMs: number;
  dueAtMs: number;
};

/** Puts events in line for one webhook. */
export function enqueuePost(world: World, accountSid: string, webhookId: string, events: unknown[]): void {
  const nowMs = world.nowMs();
  world.state.pendingPosts.push({
    id: randomHex(world.state, 12),
    accountSid,
    webhookId,
    body: JSON.stringify(events),
    tries: 0,
    firstDueAtMs: nowMs,
    dueAtMs: nowMs,
  });
}

async function isAccepted(world: World, post: PendingPost): Promise<boolean> {
  const webhook = world.state.accounts.get(post.accountSid)?.sendgrid.eventWebhooks.get(post.webhookId);
  if (webhook === undefined || !webhook.enabled) return true;
  try {
    const response = await fetch(webhook.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "SendGrid Event API",
        ...signatureHeaders(webhook, post.body, world.nowMs()),
      },
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

/**
 * Makes every post whose time has come by the emulator's clock. What is not answered with 2xx comes again, each time
 * after twice as long, for a day.
 */
export async function makeDuePosts(world: World): Promise<void> {
  const nowMs = world.nowMs();
  const due = world.state.pendingPosts.filter(({ dueAtMs }) => dueAtMs <= nowMs);
  if (due.length === 0) return;
  world.state.pendingPosts = world.state.pendingPosts.filter(({ dueAtMs }) => dueAtMs > nowMs);
  await Promise.all(
    due.map(async (post) => {
      if (await isAccepted(world, post)) return;
      const dueAtMs = nowMs + firstRetryMs * 2 ** post.tries;
      if (dueAtMs < post.firstDueAtMs + giveUpAfterMs)
        world.state.pendingPosts.push({ ...post, tries: post.tries + 1, dueAtMs });
    }),
  );
}
