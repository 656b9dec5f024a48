import type { Account } from "@/emulator/state/account";
import { randomHex, type World } from "@/emulator/state/world";
import { enqueuePost, makeDuePosts } from "@/emulator/webhooks/event-posts";

/** Of the SDK whose types these answers have. */
export const apiVersion = "2026-10-28.endive";

/** Posts an event to each endpoint that wants it. @see https://docs.stripe.com/api/events/object */
export function announce(world: World, account: Account, type: string, object: unknown): void {
  const endpoints = [...account.stripe.endpoints.values()].filter(
    ({ enabled_events: wanted, status }) => status === "enabled" && (wanted.includes(type) || wanted.includes("*")),
  );
  const event = {
    id: `evt_${randomHex(world.state, 24)}`,
    object: "event",
    api_version: apiVersion,
    created: Math.floor(world.nowMs() / 1000),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: null, idempotency_key: null },
    type,
  };
  for (const { id } of endpoints) enqueuePost(world, account.sid, { kind: "stripe-endpoint", id }, event);
  if (endpoints.length > 0) setImmediate(() => void makeDuePosts(world));
  world.mailroom.announceChange();
}
