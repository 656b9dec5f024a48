import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { describeDevice } from "@/lib/http/visitor";
import { consume } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { type MailedUser, recipientOf } from "@/lib/mail/mail-notice";
import type { MailKind, WaitingMail } from "@/lib/mail/outbox";
import { readRegisterConflict } from "@/lib/users/register-user";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { type KindOfMail, outboxKinds } from "./outbox-kinds";

/** How many mails a process claims and sends at once. */
const batchSize = 10;

/**
 * How long a claim keeps other processes from a mail, in seconds: many times what one try may take (five seconds for
 * SendGrid, as much for each query). A process that dies in between leaves the mail due again after it.
 */
const claimSeconds = 60;

/** The wait after the first try, in seconds; it doubles with each, up to an hour. */
const firstWaitSeconds = 5;
const longestWaitSeconds = 3_600;

/** When a mail is given up, in milliseconds after its change: about a day, longer than any outage of SendGrid so far. */
const giveUpAfterMs = 24 * 60 * 60_000;

/**
 * Waits between the tries to note that SendGrid accepted a mail, in milliseconds: a restart of the database takes a few
 * seconds. With five seconds for each query all tries end within the claim.
 */
const noteWaitsMs = [250, 1_000, 3_000];

/** What became of a mail; WAITING for one that will be tried again. */
export type MailOutcome = "ACCEPTED" | "REFUSED" | "WAITING";

type ClaimedMail = WaitingMail & { attempts: number; maskedAddress: string };

/**
 * Sends what is due in the outbox. Runs after a response that wrote a mail, every few seconds in each process
 * (instrumentation-node.ts) and as `npm run mail:send`. Any number of processes may run it at once: each mail is claimed
 * by one. Within a process one run serves all callers, and goes round again for those that came while it ran. Stops at
 * the first failure of SendGrid, since the next mails would fail like it. Gives how many SendGrid took. Never throws:
 * what the mails tell of has happened, and they stay due.
 */
export function sendDueMails(): Promise<number> {
  if (runs.current !== null) {
    runs.isWantedAgain = true;
    return runs.current;
  }
  runs.current = runUntilUnwanted();
  return runs.current;
}

type Runs = { current: Promise<number> | null; isWantedAgain: boolean };

// On globalThis, because Next loads this module once for pages and once for instrumentation-node.ts.
const holder = globalThis as typeof globalThis & { myshopOutboxRuns?: Runs };
holder.myshopOutboxRuns ??= { current: null, isWantedAgain: false };
const runs = holder.myshopOutboxRuns;

async function runUntilUnwanted(): Promise<number> {
  let accepted = 0;
  do {
    runs.isWantedAgain = false;
    accepted += await sendAllDue();
  } while (runs.isWantedAgain);
  // In the same step as the last look, so that no caller comes in between.
  runs.current = null;
  return accepted;
}

async function sendAllDue(): Promise<number> {
  let accepted = 0;
  try {
    for (let mails = await claimDue(); mails.length > 0; mails = await claimDue()) {
      const outcomes = await Promise.all(mails.map(tryMail));
      accepted += outcomes.filter((outcome) => outcome === "ACCEPTED").length;
      if (outcomes.includes("WAITING")) break;
    }
  } catch (error) {
    logEvent("error", "outbox_not_sent", describeError(error));
  }
  return accepted;
}

/** Sends one mail now, whose change waits for it. WAITING also where another process sends it. */
export async function sendMailNow(key: string): Promise<MailOutcome> {
  const [mail] = await claim(Prisma.sql`"key" = ${key} AND ("dueAt" <= clock_timestamp() OR "attempts" = 0)`);
  return mail === undefined ? "WAITING" : await tryMail(mail);
}

async function claimDue(): Promise<ClaimedMail[]> {
  return await claim(Prisma.sql`"dueAt" <= clock_timestamp()`);
}

/** One statement: of two processes that want the same mail one gets it, and the other skips it. */
async function claim(which: Prisma.Sql): Promise<ClaimedMail[]> {
  const rows = await db().$queryRaw<(ClaimedMail & MailedUser & ClaimedMail["visitor"])[]>`
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "OutboxMail" WHERE ${which} ORDER BY "dueAt" LIMIT ${batchSize}::int FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboxMail" mail SET "attempts" = "attempts" + 1,
      "dueAt" = clock_timestamp() + make_interval(secs => ${claimSeconds}::int)
    FROM due WHERE mail."id" = due."id"
    RETURNING mail."id", mail."kind", mail."facts", mail."userId", mail."address" AS "email", mail."maskedAddress",
      mail."locale", mail."timeZone", mail."createdAt" AS "at", mail."attempts", mail."ip", mail."userAgent"`;
  return rows.map(({ ip, userAgent, ...row }) => {
    const to = recipientOf(row);
    const device = describeDevice(userAgent, to.locale);
    return { ...row, to, device, visitor: { ip, userAgent }, triedAt: new Date() };
  });
}

async function tryMail(mail: ClaimedMail): Promise<MailOutcome> {
  try {
    if (mail.attempts === 1) await countMail();
    const error = await send(mail);
    if (error === null) return await noteAcceptedPatiently(mail);
    logEvent("error", "mail_not_sent", { kind: mail.kind, attempt: mail.attempts, reason: error });
    const isHopeless = error === "ADDRESS_REFUSED" || Date.now() - mail.at.getTime() > giveUpAfterMs;
    return await (isHopeless ? noteGivenUp(mail, error) : noteWaiting(mail, error));
  } catch (error) {
    // Of a mail that SendGrid has taken by now a second one goes out: better twice than never.
    logEvent("error", "mail_not_noted", { kind: mail.kind, attempt: mail.attempts, ...describeError(error) });
    return "WAITING";
  }
}

/**
 * Counts a mail for the whole shop. Past the budget it goes out all the same, since nobody may silence a warning by a
 * flood of others; the log and the audit trail tell staff, once a day.
 */
async function countMail(): Promise<void> {
  try {
    const decision = await consume([{ policy: "notice.all.day", subject: "all" }]);
    if (decision.isAllowed || !decision.isFirst) return;
    const { policy, subject } = decision;
    logEvent("error", "mail_budget_exceeded", { variable: "DAILY_SEND_BUDGET" });
    await recordEvent(db(), { name: "limit_reached", details: { policy, subject } });
  } catch (error) {
    logEvent("warn", "mail_not_counted", describeError(error));
  }
}

/** Null if SendGrid took the mail, else why not in a word. Never throws. */
async function send(mail: ClaimedMail): Promise<string | null> {
  try {
    if (!(await mayAskProvider("sendgrid"))) return "SENDGRID_DOWN";
    const sent = await kindOf(mail).send(mail);
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
    return sent.ok ? null : sent.error;
  } catch (error) {
    // Such as a kind that only a newer version of the app knows, while both run.
    logEvent("error", "mail_not_written", { kind: mail.kind, ...describeError(error) });
    return "NOT_WRITTEN";
  }
}

/** Tries again where the database fails for a moment: an accepted mail without its note is sent a second time. */
async function noteAcceptedPatiently(mail: ClaimedMail): Promise<MailOutcome> {
  for (const waitMs of noteWaitsMs) {
    try {
      return await noteAccepted(mail);
    } catch (error) {
      logEvent("warn", "mail_note_failed", { kind: mail.kind, ...describeError(error) });
      await setTimeout(waitMs);
    }
  }
  return await noteAccepted(mail);
}

async function noteAccepted(mail: ClaimedMail): Promise<MailOutcome> {
  const end = Prisma.sql`"acceptedAt" = clock_timestamp()`;
  const { accepted, givenUp } = kindOf(mail);
  // What waits for the mail first: whoever deletes a user takes its rows before those of the outbox.
  const noteWith = (follow: typeof accepted) =>
    db().$transaction(async (transaction) => {
      await follow?.(transaction, mail);
      await noteDone(transaction, mail, end, true);
    });
  try {
    await noteWith(accepted);
  } catch (error) {
    // Somebody registered the new address of a move that waited.
    if (readRegisterConflict(error) !== "EMAIL_TAKEN") throw error;
    await noteWith(givenUp);
  }
  return "ACCEPTED";
}

async function noteGivenUp(mail: ClaimedMail, error: string): Promise<MailOutcome> {
  const end = Prisma.sql`"failedAt" = clock_timestamp(), "lastError" = ${error}`;
  await db().$transaction(async (transaction) => {
    await kindOf(mail)?.givenUp?.(transaction, mail);
    await noteDone(transaction, mail, end, false);
  });
  logEvent("error", "mail_given_up", { kind: mail.kind, attempts: mail.attempts, reason: error });
  return "REFUSED";
}

/** Takes the address and the facts out of the row, and writes into the audit trail whether the mail went. */
async function noteDone(transaction: Transaction, mail: ClaimedMail, end: Prisma.Sql, isSent: boolean): Promise<void> {
  const count = await transaction.$executeRaw`
    UPDATE "OutboxMail" SET ${end}, "dueAt" = NULL, "address" = NULL, "facts" = NULL, "locale" = NULL,
      "timeZone" = NULL, "ip" = NULL, "userAgent" = NULL
    WHERE "id" = ${mail.id}::uuid AND "dueAt" IS NOT NULL`;
  const event = kindOf(mail)?.event?.(mail.facts);
  if (count === 0 || event === undefined) return;
  const { userId: subjectId, maskedAddress: maskedIdentifier, visitor } = mail;
  const details = { ...event.details, isSent };
  await recordEvent(transaction, { name: event.name, subjectId, maskedIdentifier, ...visitor, details });
}

/**
 * Only while the claim is this one's: a later one may be sending it. A mail that was not tried, because the breaker is
 * open, waits no longer than before: after an outage the oldest mails must not be the last to go.
 */
async function noteWaiting({ id, attempts }: ClaimedMail, error: string): Promise<MailOutcome> {
  const tries = error === "SENDGRID_DOWN" ? attempts - 1 : attempts;
  await db().$executeRaw`
    UPDATE "OutboxMail" SET "lastError" = ${error}, "attempts" = ${tries},
      "dueAt" = clock_timestamp() + make_interval(secs => ${waitSeconds(Math.max(tries, 1))}::double precision)
    WHERE "id" = ${id}::uuid AND "attempts" = ${attempts} AND "dueAt" IS NOT NULL`;
  return "WAITING";
}

/** Half of it by chance, so that what failed together is not tried again together. */
function waitSeconds(attempts: number): number {
  const longest = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(attempts - 1, 20));
  return (longest * (500 + randomInt(501))) / 1_000;
}

/** The row's kind is that of its facts, since `enqueueMails` wrote both. */
function kindOf<Kind extends MailKind>(mail: WaitingMail<Kind>): KindOfMail<Kind> {
  return outboxKinds[mail.kind];
}
