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

type InboxChannel = "email" | "sms" | "whatsapp" | "call";
export type DeliveryOutcome = "delivered" | "deferred" | "bounced" | "dropped";

/** What a person would find in their mailbox or on their phone, and whether it ever got there. */
export type InboxMessage = {
  id: string;
  accountSid: string;
  channel: InboxChannel;
  to: string;
  from: { email: string; name: string };
  subject: string;
  html: string | null;
  text: string;
  /** Headers beside those that every message has. */
  headers: Record<string, string>;
  /** The one-time code, if this message was sent to carry one. */
  code: string | null;
  outcome: DeliveryOutcome;
  receivedAt: string;
};

const phone = /^\+[1-9]\d{6,14}$/;
const email = /^[^\s@"<>(),:;\\]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/;
const longestEmail = 254;

/** True for something shaped like local@domain.tld. */
export function isEmail(text: string): boolean {
  return text.length <= longestEmail && email.test(text) && !text.includes("..");
}

/** True for E.164: a plus sign and up to 15 digits. */
export function isPhone(text: string): boolean {
  return phone.test(text);
}
