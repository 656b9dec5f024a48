import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { insertEvent, recordEvent } from "@/lib/audit/record-event";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { describeDevice } from "@/lib/http/visitor";
import { consume } from "@/lib/limits/consume";
import { describeError, logEvent } from "@/lib/log";
import { type MailedUser, recipientOf } from "@/lib/mail/mail-notice";
import type { MailKind, WaitingMail } from "@/lib/mail/outbox";
import { count } from "@/lib/telemetry/metrics";
import { continueTrace } from "@/lib/telemetry/trace";
import { readRegisterConflict } from "@/lib/users/register-user";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { type KindOfMail, outboxKinds } from "./outbox-kinds";

const batchSize = 10;

/** Many times what one try may take; a mail of a dead process is due again after it. */
const claimSeconds = 60;

/** Doubles with each try, up to an hour. */
const firstWaitSeconds = 5;
const longestWaitSeconds = 3_600;

/** A day: longer than any outage of SendGrid so far. */
const giveUpAfterMs = 24 * 60 * 60_000;

/** Longer than a restart of the database; all tries end within the claim. */
const noteWaitsMs = [250, 1_000, 3_000, 6_000, 10_000];

export type MailOutcome = "ACCEPTED" | "REFUSED" | "WAITING";

type ClaimedMail = WaitingMail & { attempts: number; maskedAddress: string; traceparent: string | null };

/** Sends due mails. Safe in any number of processes: each mail is claimed by one. Stops when SendGrid takes no mail.
 * Gives how many were accepted. Never throws. */
export function sendDueMails(): Promise<number> {
  if (runs.current !== null) {
    runs.isWantedAgain = true;
    return runs.current;
  }
  runs.current = runUntilUnwanted();
  return runs.current;
}

type Runs = { current: Promise<number> | null; isWantedAgain: boolean };

// Next loads this module twice: for pages and for instrumentation-node.ts.
const holder = globalThis as typeof globalThis & { shopOutboxRuns?: Runs };
holder.shopOutboxRuns ??= { current: null, isWantedAgain: false };
const runs = holder.shopOutboxRuns;

async function runUntilUnwanted(): Promise<number> {
  let accepted = 0;
  do {
    runs.isWantedAgain = false;
    accepted += await sendAllDue();
  } while (runs.isWantedAgain);
  // In the same step as the last look, so that no caller is missed.
  runs.current = null;
  return accepted;
}

async function sendAllDue(): Promise<number> {
  let total = 0;
  try {
    for (let isLast = false; !isLast; ) {
      const batch = await sendDueBatch();
      total += batch.accepted;
      isLast = batch.isLast;
    }
  } catch (error) {
    logEvent("error", "outbox_not_sent", describeError(error));
  }
  return total;
}

/** Sends up to `batchSize` due mails. `isLast`: no other is due, or SendGrid took no mail. */
export async function sendDueBatch(): Promise<{ accepted: number; isLast: boolean }> {
  const mails = await claim(Prisma.sql`"dueAt" <= clock_timestamp()`);
  const outcomes = await Promise.all(mails.map(tryMail));
  return {
    accepted: outcomes.filter((outcome) => outcome === "ACCEPTED").length,
    isLast:
      (mails.length < batchSize && !mails.some(mayBringMore)) || outcomes.every((outcome) => outcome === "WAITING"),
  };
}

/** What follows a mail may write another. */
function mayBringMore(mail: ClaimedMail): boolean {
  const kind: KindOfMail | undefined = kindOf(mail);
  return kind?.accepted !== undefined || kind?.givenUp !== undefined;
}

/** WAITING also if another process sends it. */
export async function sendMailNow(key: string): Promise<MailOutcome> {
  const [mail] = await claim(Prisma.sql`"key" = ${key} AND ("dueAt" <= clock_timestamp() OR "attempts" = 0)`);
  return mail === undefined ? "WAITING" : await tryMail(mail);
}

/** Of two processes, one gets the mail and the other skips it. */
async function claim(which: Prisma.Sql): Promise<ClaimedMail[]> {
  const rows = await db().$queryRaw<(ClaimedMail & MailedUser & ClaimedMail["visitor"])[]>`${keptPlan}
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "OutboxMail" WHERE ${which} ORDER BY "dueAt" LIMIT ${batchSize}::int FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboxMail" mail SET "attempts" = "attempts" + 1,
      "dueAt" = clock_timestamp() + make_interval(secs => ${claimSeconds}::int)
    FROM due WHERE mail."id" = due."id"
    RETURNING mail."id", mail."kind", mail."facts", mail."userId", mail."address" AS "email", mail."maskedAddress",
      mail."locale", mail."timeZone", mail."createdAt" AS "at", mail."attempts", mail."ip", mail."userAgent",
      mail."traceparent"`;
  return rows.map(({ ip, userAgent, ...row }) => {
    const to = { ...recipientOf(row), mailId: row.id };
    const device = describeDevice(userAgent, to.locale);
    return { ...row, to, device, visitor: { ip, userAgent }, triedAt: new Date() };
  });
}

function tryMail(mail: ClaimedMail): Promise<MailOutcome> {
  return continueTrace(mail.traceparent, "send mail", { "shop.kind": mail.kind }, () => tryOnce(mail));
}

async function tryOnce(mail: ClaimedMail): Promise<MailOutcome> {
  try {
    if (mail.attempts === 1) await countMail();
    const error = await send(mail);
    if (error === null) return await noteAcceptedPatiently(mail);
    logEvent("error", "mail_not_sent", { kind: mail.kind, attempt: mail.attempts, reason: error });
    const isHopeless = error === "ADDRESS_REFUSED" || Date.now() - mail.at.getTime() > giveUpAfterMs;
    return await (isHopeless ? noteGivenUp(mail, error) : noteWaiting(mail, error));
  } catch (error) {
    // The mail goes out twice: better than never.
    logEvent("error", "mail_not_noted", { kind: mail.kind, attempt: mail.attempts, ...describeError(error) });
    return "WAITING";
  }
}

/** Counts a mail for the whole shop. Over budget it still goes, so that no flood silences a warning; staff are told
 * once a day. */
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

/** Null if SendGrid accepted, else a reason. Never throws. */
async function send(mail: ClaimedMail): Promise<string | null> {
  try {
    if (!(await mayAskProvider("sendgrid"))) return "SENDGRID_DOWN";
    const sent = await kindOf(mail).send(mail);
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
    return sent.ok ? null : sent.error;
  } catch (error) {
    // Such as a kind that only a newer version knows.
    logEvent("error", "mail_not_written", { kind: mail.kind, ...describeError(error) });
    return "NOT_WRITTEN";
  }
}

/** Retries: without its note an accepted mail is sent twice. */
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
  // Lock order: deleting a user takes these rows before the outbox.
  const noteWith = (follow: typeof accepted) =>
    follow === undefined
      ? noteDone(db(), mail, end, true)
      : db().$transaction(async (transaction) => {
          await follow(transaction, mail);
          await noteDone(transaction, mail, end, true);
        });
  try {
    await noteWith(accepted);
  } catch (error) {
    // The new address of a waiting move was registered meanwhile.
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
  count("shop.mails.given_up", { kind: mail.kind, reason: error });
  logEvent("error", "mail_given_up", { kind: mail.kind, attempts: mail.attempts, reason: error });
  return "REFUSED";
}

/** Clears address and facts, and audits the result, in one statement. */
async function noteDone(
  database: Pick<Transaction, "$executeRaw">,
  mail: ClaimedMail,
  end: Prisma.Sql,
  isSent: boolean,
): Promise<void> {
  const done = Prisma.sql`
    UPDATE "OutboxMail" SET ${end}, "dueAt" = NULL, "address" = NULL, "facts" = NULL, "locale" = NULL,
      "timeZone" = NULL, "ip" = NULL, "userAgent" = NULL
    WHERE "id" = ${mail.id}::uuid AND "dueAt" IS NOT NULL`;
  const event = kindOf(mail)?.event?.(mail.facts);
  if (event === undefined) return void (await database.$executeRaw(done));
  const { userId: subjectId, maskedAddress: maskedIdentifier, visitor } = mail;
  const entry = { name: event.name, subjectId, maskedIdentifier, ...visitor, details: { ...event.details, isSent } };
  await database.$executeRaw`${keptPlan} WITH done AS (${done} RETURNING 1) ${insertEvent(entry, { from: Prisma.sql`done` })}`;
}

/** Only with this claim. A mail not tried (open breaker) keeps its wait, so old mails are not last after an outage. */
async function noteWaiting({ id, attempts }: ClaimedMail, error: string): Promise<MailOutcome> {
  const tries = error === "SENDGRID_DOWN" ? attempts - 1 : attempts;
  await db().$executeRaw`
    UPDATE "OutboxMail" SET "lastError" = ${error}, "attempts" = ${tries},
      "dueAt" = clock_timestamp() + make_interval(secs => ${waitSeconds(Math.max(tries, 1))}::double precision)
    WHERE "id" = ${id}::uuid AND "attempts" = ${attempts} AND "dueAt" IS NOT NULL`;
  return "WAITING";
}

/** Half of it random, so retries spread out. */
function waitSeconds(attempts: number): number {
  const longest = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(attempts - 1, 20));
  return (longest * (500 + randomInt(501))) / 1_000;
}

function kindOf<Kind extends MailKind>(mail: WaitingMail<Kind>): KindOfMail<Kind> {
  return outboxKinds[mail.kind];
}
