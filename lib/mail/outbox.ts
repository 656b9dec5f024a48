import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { maskEmail } from "@/lib/identifier";
import { currentTraceparent } from "@/lib/telemetry/trace";
import type { EventAlarm, ProviderAlarm } from "./alarm-mails";
import type { MailedUser, Recipient } from "./mail-notice";
import type { ExportedRecords } from "./staff-mails";

/** The token is made from this when the mail is sent. */
type Reportable = { kind: "challenge" | "session" | "browser" | "passkey"; id: string };

/** Per group and account; the last one says so. */
export const mostAlikeInAnHour = 3;

/** Set by the outbox. */
type Folded = { isLast?: boolean };

/** What each mail needs besides recipient and time. No codes or tokens; times are ISO 8601. */
export type MailFacts = {
  welcome: { username: string };
  invitation: { username: string };
  "new-browser": { reason: "newBrowser" | "wrongCodes"; report: Reportable } & Folded;
  passkey: { act: "added" | "removed" | "copied"; report: Reportable };
  "recovery-codes": { act: "made" | "used to log in" | "used to confirm"; report: Reportable } & Folded;
  profile: {
    act: "username" | "phone" | "phoneVerified" | "language" | "data" | "codesOff" | "codesOn";
    report: Reportable;
  } & Folded;
  "own-email-left": { newEmail: string; changeId: string; sessionId: string; challengeId: string };
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
  "provider-alarm": ProviderAlarm;
  "event-alarm": EventAlarm;
  order: OrderFacts & {
    act: "placed" | "paid" | "accepted" | "sent" | "cancelled" | "unpaid" | "refunded";
    /** In the words of staff; null when the customer cancelled. */
    reason: string | null;
  };
};

/** As the order was placed. Amounts are in the currency's smallest unit. */
type OrderFacts = {
  number: number;
  lines: { name: string; quantity: number; unitPriceCents: number }[];
  totalCents: number;
  /** ISO 4217. */
  currency: string;
};

export type MailKind = keyof MailFacts;

export type WaitingMail<Kind extends MailKind = MailKind> = {
  id: string;
  kind: Kind;
  facts: MailFacts[Kind];
  /** Null if the account is gone. */
  userId: string | null;
  to: Recipient;
  at: Date;
  triedAt: Date;
  visitor: { ip: string | null; userAgent: string | null };
  /** Browser and system in the recipient's words. */
  device: string;
};

export type NewMail<Kind extends MailKind = MailKind> = {
  [Each in Kind]: {
    kind: Each;
    facts: MailFacts[Each];
    /** The same change tells the same address once. */
    change: string;
    /** Mails of a group are limited per hour. */
    group?: string;
    /** `id`: null if the account is gone. */
    to: MailedUser & { id: string | null };
    /** Other senders wait ten seconds. */
    isSentByRequest?: boolean;
    /** Null: the shop. */
    visitor?: { ip: string | null; userAgent: string | null } | null;
  };
}[Kind];

/** Writes mails in the change's transaction; skips repeats and over-full groups. */
export async function enqueueMails(transaction: Pick<Transaction, "$executeRaw">, ...mails: NewMail[]): Promise<void> {
  for (const { kind, facts, change, group, to, visitor, isSentByRequest = false } of mails) {
    const key = outboxKey(kind, group === undefined ? change : `${group}:${change}`);
    const alike = group === undefined ? Prisma.sql`0` : countAlike(Prisma.sql`${to.id}::uuid`, outboxKey(kind, group));
    await transaction.$executeRaw`
      INSERT INTO "OutboxMail" ("id", "key", "kind", "userId", "address", "maskedAddress", "locale", "timeZone", "facts",
        "ip", "userAgent", "dueAt", "traceparent")
      SELECT gen_random_uuid(), ${key}, ${kind}, ${to.id}::uuid, ${to.email}, ${maskEmail(to.email)}, ${to.locale},
        ${to.timeZone}, ${JSON.stringify(facts)}::jsonb || ${lastOf(Prisma.sql`alike."count"`)}, ${visitor?.ip ?? null},
        ${visitor?.userAgent ?? null}, now() + make_interval(secs => ${isSentByRequest ? 10 : 0}::int),
        ${currentTraceparent()}
      FROM (SELECT ${alike} AS "count") AS alike WHERE alike."count" < ${mostAlikeInAnHour}::int
      ON CONFLICT ("key") DO NOTHING`;
  }
}

export function countAlike(userId: Prisma.Sql, group: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int FROM "OutboxMail"
    WHERE "userId" = ${userId} AND "createdAt" > now() - interval '1 hour' AND starts_with("key", ${`${group}:`}))`;
}

export function lastOf(count: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${count} = ${mostAlikeInAnHour - 1}::int THEN '{"isLast": true}' ELSE '{}' END::jsonb`;
}

export function outboxKey(kind: MailKind, change: string): string {
  return `${kind}:${change}`;
}
