import type { Context, Hono } from "hono";
import type { InboxMessage } from "@/emulator/state/mailroom";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { latestVerification, settle } from "@/emulator/twilio/verification-machine";

const longestWaitMs = 60_000;

function filterOf(context: Context<EmulatorEnv>): MessageFilter {
  const { to, subject, after, account } = context.req.query();
  return { to, subject, after, account };
}

/** `/emulator/messages`: what has arrived. Codes are told here and nowhere else. */
export function addMessageRoutes(app: Hono<EmulatorEnv>, world: World): void {
  app.get("/emulator/messages", (context) =>
    context.json(selectMessages(world.state.messages, filterOf(context)).toReversed()),
  );

  const usableOf = (context: Context<EmulatorEnv>) =>
    context.req.query("isUsable") === "true" ? (message: InboxMessage) => hasUsableCode(world, message) : undefined;

  app.get("/emulator/messages/latest-code", (context) => {
    const message = newestMatch(world.state.messages, { ...filterOf(context), hasCode: true, also: usableOf(context) });
    if (message === undefined) return context.json({ message: "No code has arrived." }, 404);
    return context.json({ code: message.code, messageId: message.id, to: message.to, receivedAt: message.receivedAt });
  });

  app.get("/emulator/messages/wait", async (context) => {
    const timeoutMs = Math.min(Number(context.req.query("timeoutMs") ?? 5_000) || 0, longestWaitMs);
    const filter: MessageFilter = { ...filterOf(context), hasCode: context.req.query("hasCode") === "true" };
    filter.also = usableOf(context);
    const message = await waitForMatch(world, filter, timeoutMs, context.req.raw.signal);
    if (message === undefined) return context.json({ message: `Nothing arrived within ${timeoutMs} ms.` }, 408);
    return context.json(message);
  });

  app.get("/emulator/messages/:id", (context) => {
    const message = findMessage(world, context.req.param("id"));
    return message === undefined ? context.json({ message: "No such message." }, 404) : context.json(message);
  });

  app.delete("/emulator/messages", (context) => {
    const filter = filterOf(context);
    const removed = new Set(selectMessages(world.state.messages, filter));
    world.state.messages = world.state.messages.filter((message) => !removed.has(message));
    world.mailroom.announceChange();
    return context.json({ removed: removed.size });
  });
}

/** One message by its id. */
export function findMessage(world: World, id: string): InboxMessage | undefined {
  return world.state.messages.find((message) => message.id === id);
}

/** True while the code in this message can still be approved: not given, not canceled, not over. */
function hasUsableCode(world: World, message: InboxMessage): boolean {
  const account = world.state.accounts.get(message.accountSid);
  if (account === undefined || message.code === null) return false;
  return [...account.services.values()].some((service) => {
    const verification = latestVerification(account, service, message.to);
    if (verification === undefined) return false;
    settle(verification, world.nowMs());
    return verification.status === "pending" && verification.code === message.code;
  });
}

type MessageFilter = {
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
function selectMessages(messages: InboxMessage[], filter: MessageFilter): InboxMessage[] {
  return messages.slice(startOf(messages, filter.after)).filter((message) => matches(message, filter));
}

function isReadable({ outcome }: InboxMessage): boolean {
  return outcome === "delivered" || outcome === "deferred";
}

/** The newest message that a person could read. */
function newestMatch(messages: InboxMessage[], filter: MessageFilter): InboxMessage | undefined {
  const start = startOf(messages, filter.after);
  for (let index = messages.length - 1; index >= start; index--) {
    const message = messages[index];
    if (message !== undefined && isReadable(message) && matches(message, filter)) return message;
  }
  return undefined;
}

/** The oldest readable match, which may still have to arrive. Undefined when the time is over. */
function waitForMatch(
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
