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

/** Why the server refuses, not the mailbox: SendGrid notes it, and tries the next mail. */
const notNow = { reason: "550 5.7.1 Our system has detected that this message is suspicious.", status: "5.7.1" };

/** By the list of the address. @see https://www.twilio.com/docs/sendgrid/glossary/drops */
const dropReasons = {
  bounces: "Bounced Address",
  spam_reports: "Spam Reporting Address",
  invalid_emails: "Invalid",
  global: "Unsubscribed Address",
} as const;

type DroppingList = keyof typeof dropReasons;

function droppingListOf(sendgrid: SendgridAccount, to: string): DroppingList | undefined {
  const lists = Object.keys(dropReasons) as DroppingList[];
  return lists.find((list) => sendgrid.suppressions[list].has(to.toLowerCase()));
}

type Happening = { event: "processed" | "delivered" | "deferred" | "bounce" | "dropped" } & Record<string, unknown>;

/** What SendGrid's Activity shows of a mail, oldest first. */
export function happenings({ outcome }: Pick<InboxMessage, "outcome">, list: DroppingList = "bounces"): Happening[] {
  if (outcome === "dropped") return [{ event: "dropped", reason: dropReasons[list], status: "5.0.0" }];
  const processed: Happening = { event: "processed", send_at: 0 };
  if (outcome === "bounced")
    return [processed, { event: "bounce", type: "bounce", bounce_classification: "Invalid Address", ...noSuchMailbox }];
  const delivered: Happening = { event: "delivered", response: "250 OK" };
  if (outcome === "blocked")
    return [processed, { event: "bounce", type: "blocked", bounce_classification: "Reputation", ...notNow }];
  if (outcome === "deferred")
    return [processed, { event: "deferred", response: "400 try again later", attempt: "1" }, delivered];
  return [processed, delivered];
}

/** Posts a mail's events, and puts bounced and blocked addresses on their lists. @see
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export function announceDelivery(world: World, account: Account, message: InboxMessage, labels: MailLabels): void {
  const nowMs = world.nowMs();
  const { sendgrid } = account;
  const email = message.to.toLowerCase();
  if (message.outcome === "bounced")
    sendgrid.suppressions.bounces.set(email, { email, createdAtMs: nowMs, ...noSuchMailbox });
  if (message.outcome === "blocked") sendgrid.suppressions.blocks.set(email, { email, createdAtMs: nowMs, ...notNow });

  const [messageId = ""] = message.id.split(/\.(?=[^.]*$)/);
  const events = happenings(message, droppingListOf(sendgrid, email)).map((happening) => ({
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
  [/^blocked([+._-].*)?@/i, "blocked"],
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

/** Suppressed addresses first, then the newest rule, then names such as `bounce@…`, `blocked@…`, `dropped@…`, `deferred@…`. */
export function deliveryOutcome(state: EmulatorState, sendgrid: SendgridAccount, to: string): DeliveryOutcome {
  if (droppingListOf(sendgrid, to) !== undefined) return "dropped";
  const rule = state.deliveryRules.findLast((candidate) => coversAddress(candidate.to, to));
  if (rule !== undefined) return rule.outcome;
  return byLocalPart.find(([pattern]) => pattern.test(to))?.[1] ?? "delivered";
}
