export const verifyChannels = ["email", "sms", "whatsapp", "call", "sna", "auto"] as const;
export type VerifyChannel = (typeof verifyChannels)[number];

type VerificationStatus = "pending" | "approved" | "canceled" | "max_attempts_reached" | "expired";

export type SendAttempt = {
  sid: string;
  atMs: number;
  channel: VerifyChannel;
  locale: string;
  /** SendGrid's X-Message-Id, or the id of the message in the inbox for the other channels. */
  messageId: string | null;
};

export type LifeEvent = {
  atMs: number;
  what:
    | "sent"
    | "sent again"
    | "wrong code"
    | "approved"
    | "canceled"
    | "too many checks"
    | "too many sends"
    | "expired";
};

export type Verification = {
  sid: string;
  accountSid: string;
  serviceSid: string;
  to: string;
  subjectKey: string;
  channel: VerifyChannel;
  code: string;
  status: VerificationStatus;
  createdAtMs: number;
  updatedAtMs: number;
  expiresAtMs: number;
  sends: SendAttempt[];
  checks: number;
  amount: string | null;
  payee: string | null;
  life: LifeEvent[];
  /** How much of its life Event Streams has told. */
  toldEvents: number;
};
