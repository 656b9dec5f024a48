import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { maskEmail } from "@/lib/identifier";
import type { MailedUser, Recipient } from "./mail-notice";
import type { ExportedRecords } from "./staff-mails";

/** What "This was not me" in a mail ends: its token is made of this when the mail is sent, and stored nowhere. */
type Reportable = { kind: "challenge" | "session" | "browser" | "passkey"; id: string };

/** How many mails of one group an account gets in an hour; the last of them says that there are no more. */
export const mostAlikeInAnHour = 3;

/** `isLast`, which the outbox adds: no more mails like it are sent within the hour. */
type Folded = { isLast?: boolean };

/**
 * The mails that wait in the outbox, and what each needs to be written besides its recipient and its time. No code and
 * no token: tokens are made of the ids when the mail is sent. Times are ISO 8601.
 */
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
};

export type MailKind = keyof MailFacts;

/** A mail as it is tried now. */
export type WaitingMail<Kind extends MailKind = MailKind> = {
  id: string;
  kind: Kind;
  facts: MailFacts[Kind];
  /** Null where the account is gone. */
  userId: string | null;
  to: Recipient;
  /** When the change was made that it tells of. */
  at: Date;
  /** When this try began. */
  triedAt: Date;
  /** Where the change came from. */
  visitor: { ip: string | null; userAgent: string | null };
  /** Browser and system of whoever made it, in the recipient's words. */
  device: string;
};

export type NewMail<Kind extends MailKind = MailKind> = {
  [Each in Kind]: {
    kind: Each;
    facts: MailFacts[Each];
    /** Names the change, such as the id of its row: the same change tells the same address once. */
    change: string;
    /** With it the mail is one of a group, which is folded; the group is part of the mail's name. */
    group?: string;
    /** Whom it goes to. `id` is the account that it is about; null for one that is gone. */
    to: MailedUser & { id: string | null };
    /** The change waits for this mail, and its request sends it itself: others leave it alone for ten seconds. */
    isSentByRequest?: boolean;
    /** Where the change came from; null for the shop. */
    visitor?: { ip: string | null; userAgent: string | null } | null;
  };
}[Kind];

/**
 * Writes mails into the outbox, in the transaction of the change that they tell of: they go out if it is committed, and
 * only then. A mail that is there already is not written again, and none of a group that has had its three within the
 * hour. lib/auth/outbox/send-outbox.ts sends them after the response.
 */
export async function enqueueMails(transaction: Pick<Transaction, "$executeRaw">, ...mails: NewMail[]): Promise<void> {
  for (const { kind, facts, change, group, to, visitor, isSentByRequest = false } of mails) {
    const key = outboxKey(kind, group === undefined ? change : `${group}:${change}`);
    const alike = group === undefined ? Prisma.sql`0` : countAlike(Prisma.sql`${to.id}::uuid`, outboxKey(kind, group));
    await transaction.$executeRaw`
      INSERT INTO "OutboxMail" ("id", "key", "kind", "userId", "address", "maskedAddress", "locale", "timeZone", "facts",
        "ip", "userAgent", "dueAt")
      SELECT gen_random_uuid(), ${key}, ${kind}, ${to.id}::uuid, ${to.email}, ${maskEmail(to.email)}, ${to.locale},
        ${to.timeZone}, ${JSON.stringify(facts)}::jsonb || ${lastOf(Prisma.sql`alike."count"`)}, ${visitor?.ip ?? null},
        ${visitor?.userAgent ?? null}, now() + make_interval(secs => ${isSentByRequest ? 10 : 0}::int)
      FROM (SELECT ${alike} AS "count") AS alike WHERE alike."count" < ${mostAlikeInAnHour}::int
      ON CONFLICT ("key") DO NOTHING`;
  }
}

/** How many mails of a group an account has got within the last hour. */
export function countAlike(userId: Prisma.Sql, group: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int FROM "OutboxMail"
    WHERE "userId" = ${userId} AND "createdAt" > now() - interval '1 hour' AND starts_with("key", ${`${group}:`}))`;
}

/** What the facts of a mail gain by how many of its group there were before. */
export function lastOf(count: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${count} = ${mostAlikeInAnHour - 1}::int THEN '{"isLast": true}' ELSE '{}' END::jsonb`;
}

export function outboxKey(kind: MailKind, change: string): string {
  return `${kind}:${change}`;
}
