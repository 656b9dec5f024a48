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
