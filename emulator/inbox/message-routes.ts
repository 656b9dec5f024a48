import type { Context, Hono } from "hono";
import type { InboxMessage } from "@/emulator/state/inbox-message";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { latestVerification } from "@/emulator/twilio/find-verification";
import { settle } from "@/emulator/twilio/verification-machine";
import { type MessageFilter, newestMatch, selectMessages, waitForMatch } from "./select-messages";

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
