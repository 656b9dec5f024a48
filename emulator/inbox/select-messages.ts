import type { InboxMessage } from "@/emulator/state/inbox-message";
import type { World } from "@/emulator/state/world";

export type MessageFilter = {
  to?: string;
  /** A part of the subject, in any case. */
  subject?: string;
  /** A message's id or an ISO time: only what came later. */
  after?: string;
  account?: string;
  hasCode?: boolean;
  /** Anything else that must hold. */
  also?: (message: InboxMessage) => boolean;
};

const isTime = /^\d{4}-\d\d-\d\dT/;

function startOf(messages: InboxMessage[], after: string | undefined): number {
  if (after === undefined || isTime.test(after)) return 0;
  return messages.findIndex(({ id }) => id === after) + 1;
}

function matches(message: InboxMessage, filter: MessageFilter): boolean {
  const { to, subject, after, account, hasCode, also } = filter;
  if (to !== undefined && message.to.toLowerCase() !== to.toLowerCase()) return false;
  if (subject !== undefined && !message.subject.toLowerCase().includes(subject.toLowerCase())) return false;
  if (account !== undefined && message.accountSid !== account) return false;
  if (hasCode === true && message.code === null) return false;
  if (after !== undefined && isTime.test(after) && Date.parse(message.receivedAt) <= Date.parse(after)) return false;
  return also === undefined || also(message);
}

/** Matching messages, oldest first, those included that never reached their reader. */
export function selectMessages(messages: InboxMessage[], filter: MessageFilter): InboxMessage[] {
  return messages.slice(startOf(messages, filter.after)).filter((message) => matches(message, filter));
}

function isReadable({ outcome }: InboxMessage): boolean {
  return outcome === "delivered" || outcome === "deferred";
}

/** The newest message that a person could read. */
export function newestMatch(messages: InboxMessage[], filter: MessageFilter): InboxMessage | undefined {
  const start = startOf(messages, filter.after);
  for (let index = messages.length - 1; index >= start; index--) {
    const message = messages[index];
    if (message !== undefined && isReadable(message) && matches(message, filter)) return message;
  }
  return undefined;
}

/** The oldest readable match, which may still have to arrive. Undefined when the time is over. */
export function waitForMatch(
  world: World,
  filter: MessageFilter,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<InboxMessage | undefined> {
  const present = selectMessages(world.state.messages, filter).find(isReadable);
  if (present !== undefined) return Promise.resolve(present);
  return new Promise((resolve) => {
    const finish = (message: InboxMessage | undefined) => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener("abort", giveUp);
      resolve(message);
    };
    const giveUp = () => finish(undefined);
    const timer = setTimeout(giveUp, timeoutMs).unref();
    const unsubscribe = world.mailroom.subscribe((event) => {
      if (event.kind !== "arrived" || !isReadable(event.message)) return;
      if (matches(event.message, filter)) finish(event.message);
    });
    signal.addEventListener("abort", giveUp);
  });
}
