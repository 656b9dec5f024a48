const messagesKept = 5_000;
/** In one go: each removal moves all others. */
const messagesForgotten = 500;

type MailroomEvent = { kind: "arrived"; message: InboxMessage } | { kind: "changed" };

/** Keeps the newest and wakes who waits. */
export type Mailroom = {
  deliver(messages: InboxMessage[], message: InboxMessage): void;
  announceChange(): void;
  subscribe(listener: (event: MailroomEvent) => void): () => void;
};

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
export const deliveryOutcomes = ["delivered", "deferred", "bounced", "blocked", "dropped"] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

export type InboxMessage = {
  id: string;
  accountSid: string;
  channel: InboxChannel;
  to: string;
  from: { email: string; name: string };
  subject: string;
  html: string | null;
  text: string;
  headers: Record<string, string>;
  code: string | null;
  outcome: DeliveryOutcome;
  receivedAt: string;
};

const phone = /^\+[1-9]\d{6,14}$/;
const email = /^[^\s@"<>(),:;\\]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/;
const longestEmail = 254;

/** local@domain.tld. */
export function isEmail(text: string): boolean {
  return text.length <= longestEmail && email.test(text) && !text.includes("..");
}

/** E.164. */
export function isPhone(text: string): boolean {
  return phone.test(text);
}
