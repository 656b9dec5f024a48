import type { InboxMessage } from "./inbox-message";

const messagesKept = 5_000;
/** Forgotten in one go, because each time moves all the others. */
const messagesForgotten = 500;

type MailroomEvent = { kind: "arrived"; message: InboxMessage } | { kind: "changed" };

/** Where messages arrive: keeps the newest and tells everyone who waits. */
export type Mailroom = {
  deliver(messages: InboxMessage[], message: InboxMessage): void;
  announceChange(): void;
  subscribe(listener: (event: MailroomEvent) => void): () => void;
};

/** A mailroom nobody listens to yet. */
export function createMailroom(): Mailroom {
  const listeners = new Set<(event: MailroomEvent) => void>();
  const announce = (event: MailroomEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    deliver(messages, message) {
      messages.push(message);
      if (messages.length > messagesKept) messages.splice(0, messagesForgotten);
      announce({ kind: "arrived", message });
    },
    announceChange: () => announce({ kind: "changed" }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
