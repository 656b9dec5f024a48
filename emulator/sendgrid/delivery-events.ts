import type { Account, SendgridAccount } from "@/emulator/state/account";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { DeliveryOutcome, InboxMessage } from "@/emulator/state/mailroom";
import { randomHex, type World } from "@/emulator/state/world";
import { enqueuePost, makeDuePosts } from "@/emulator/webhooks/event-posts";

type MailLabels = { customArgs: Record<string, unknown>; categories: string[] };

const noSuchMailbox = {
  reason: "550 5.1.1 The email account that you tried to reach does not exist.",
  status: "5.1.1",
};

type Happening = { event: "processed" | "delivered" | "deferred" | "bounce" | "dropped" } & Record<string, unknown>;

/** What SendGrid's Activity shows of a mail, oldest first. */
export function happenings({ outcome }: Pick<InboxMessage, "outcome">): Happening[] {
  if (outcome === "dropped") return [{ event: "dropped", reason: "Bounced Address", status: "5.0.0" }];
  const processed: Happening = { event: "processed", send_at: 0 };
  if (outcome === "bounced")
    return [processed, { event: "bounce", type: "bounce", bounce_classification: "Invalid Address", ...noSuchMailbox }];
  const delivered: Happening = { event: "delivered", response: "250 OK" };
  if (outcome === "deferred")
    return [processed, { event: "deferred", response: "400 try again later", attempt: "1" }, delivered];
  return [processed, delivered];
}

/** Posts a mail's events and remembers bounces. @see
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export function announceDelivery(world: World, account: Account, message: InboxMessage, labels: MailLabels): void {
  const nowMs = world.nowMs();
  const { sendgrid } = account;
  const email = message.to.toLowerCase();
  if (message.outcome === "bounced")
    sendgrid.suppressions.bounces.set(email, { email, createdAtMs: nowMs, ...noSuchMailbox });

  const [messageId = ""] = message.id.split(/\.(?=[^.]*$)/);
  const events = happenings(message).map((happening) => ({
    ...labels.customArgs,
    email: message.to,
    timestamp: Math.floor(nowMs / 1000),
    "smtp-id": `<${messageId}@ismtpd-emulator>`,
    ...(labels.categories.length === 0 ? {} : { category: labels.categories }),
    sg_event_id: randomHex(world.state, 22),
    sg_message_id: `${messageId}.recvd-emulator-0`,
    ...happening,
  }));
  for (const webhook of sendgrid.eventWebhooks.values()) {
    const wanted = events.filter(({ event }) => webhook.enabled && webhook.flags[event] === true);
    if (wanted.length > 0) enqueuePost(world, account.sid, { kind: "sendgrid-webhook", id: webhook.id }, wanted);
  }
  if (world.state.pendingPosts.length > 0) setImmediate(() => void makeDuePosts(world));
}

const byLocalPart: [RegExp, DeliveryOutcome][] = [
  [/^bounce[ds]?([+._-].*)?@/i, "bounced"],
  [/^drop(ped)?([+._-].*)?@/i, "dropped"],
  [/^deferred([+._-].*)?@/i, "deferred"],
];

/** True if the pattern, in which `*` stands for anything, covers the address. */
export function coversAddress(pattern: string, address: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`, "i").test(address);
}

/** Suppressed addresses first, then rules, then names such as `bounce@…`, `dropped@…`, `deferred@…`. */
export function deliveryOutcome(state: EmulatorState, sendgrid: SendgridAccount, to: string): DeliveryOutcome {
  const { blocks: _once, ...suppressed } = sendgrid.suppressions;
  if (Object.values(suppressed).some((list) => list.has(to.toLowerCase()))) return "dropped";
  const rule = state.deliveryRules.find((candidate) => coversAddress(candidate.to, to));
  if (rule !== undefined) return rule.outcome;
  return byLocalPart.find(([pattern]) => pattern.test(to))?.[1] ?? "delivered";
}
