import type { Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import type { MailedUser } from "./recipient";
import type { ExportedRecords } from "./records-exported-mail";

/** What "This was not me" in a mail ends: its token is made of this when the mail is sent, and stored nowhere. */
type Reportable = { kind: "challenge" | "session" | "browser" | "passkey"; id: string };

/**
 * The mails that wait in the outbox, and what each needs to be written besides its recipient and its time. No code and
 * no token: tokens are made of the ids when the mail is sent. Times are ISO 8601.
 */
export type MailFacts = {
  welcome: { username: string };
  invitation: { username: string };
  "new-browser": { reason: "newBrowser" | "wrongCodes"; report: Reportable };
  passkey: { act: "added" | "removed" | "copied"; report: Reportable };
  "recovery-codes": { act: "made" | "used to log in" | "used to confirm"; report: Reportable };
  profile: { act: "username" | "phone" | "phoneVerified" | "language" | "data"; report: Reportable };
  "own-email-left": { newEmail: string; changeId: string };
  "own-email-added": { changeId: string };
  "email-restored": Record<string, never>;
  "email-taken-back": Record<string, never>;
  "deletion-asked": { askedAt: string };
  "account-kept": Record<string, never>;
  "account-deleted": { username: string };
  "email-taken-away": { username: string; newEmail: string };
  "email-given": { username: string; isDisabled: boolean };
  "phone-changed": Record<string, never>;
  "passkeys-reset": Record<string, never>;
  "role-changed": Record<string, never>;
  "records-exported": { username: string; records: ExportedRecords };
  "recovery-begun": { username: string; newEmail: string; startedAt: string };
  "recovery-announced": { username: string; dueAt: string };
  "recovery-stopped": Record<string, never>;
};

export type MailKind = keyof MailFacts;

export type NewMail<Kind extends MailKind = MailKind> = {
  [Each in Kind]: {
    kind: Each;
    facts: MailFacts[Each];
    /** Names the change, such as the id of its row: the same change tells the same address once. */
    change: string;
    /** Whom it goes to. `id` is the account that it is about; null for one that is gone. */
    to: MailedUser & { id: string | null };
    /** Where the change came from; null for the shop. */
    visitor?: { ip: string | null; userAgent: string | null } | null;
  };
}[Kind];

/**
 * Writes mails into the outbox, in the transaction of the change that they tell of: they go out if it is committed, and
 * only then. A mail that is there already is not written again. lib/auth/send-outbox.ts sends them after the response.
 */
export async function enqueueMails(transaction: Pick<Transaction, "$executeRaw">, ...mails: NewMail[]): Promise<void> {
  for (const { kind, facts, change, to, visitor } of mails) {
    await transaction.$executeRaw`
      INSERT INTO "OutboxMail" ("id", "key", "kind", "userId", "address", "maskedAddress", "locale", "timeZone", "facts",
        "ip", "userAgent")
      VALUES (gen_random_uuid(), ${outboxKey(kind, change)}, ${kind}, ${to.id}::uuid, ${to.email}, ${maskEmail(to.email)},
        ${to.locale}, ${to.timeZone}, ${JSON.stringify(facts)}::jsonb, ${visitor?.ip ?? null}, ${visitor?.userAgent ?? null})
      ON CONFLICT ("key") DO NOTHING`;
  }
}

export function outboxKey(kind: MailKind, change: string): string {
  return `${kind}:${change}`;
}
