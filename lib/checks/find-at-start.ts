import { access } from "node:fs/promises";
import { readDailyJobRun } from "@/lib/admin/job-run";
import { db } from "@/lib/db/client";
import { type Env, env } from "@/lib/env";
import { describeError, logEvent } from "@/lib/log";
import { checkDatabase } from "./check-database";
import { type Finding, finding } from "./findings";

/** A mail that SendGrid takes late is tried again within this time (ms). */
const mailWaitMs = 60 * 60_000;

/** Logs what is wrong with the set-up, by the codes of `npm run doctor`. Never rejects. */
export async function reportFindings(): Promise<void> {
  for (const { code, severity, what, mend } of await findAtStart()) {
    if (severity !== "unchecked")
      logEvent(severity === "error" ? "error" : "warn", "setup_finding", { code, what, mend });
  }
}

async function findAtStart(): Promise<Finding[]> {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize, REDIS_URL } = env();
  const ask = <Row>(sql: string) => db().$queryRawUnsafe<Row[]>(sql);
  const checks = [
    checkSettings(env()),
    checkDatabase(ask, { url, poolSize, instances: 1 }).then(({ findings }) => findings),
    checkRecords(env().EVENTS_WEBHOOK_URL !== undefined),
    // Most shops have no Redis.
    ...(REDIS_URL === undefined ? [] : [import("./check-redis").then(({ checkRedis }) => checkRedis(REDIS_URL))]),
  ];
  const results = await Promise.allSettled(checks);
  return results.flatMap((result) => {
    if (result.status === "fulfilled") return result.value;
    logEvent("warn", "setup_not_checked", describeError(result.reason));
    return [];
  });
}

/** What is unwise in settings that are valid. */
export async function checkSettings(settings: Partial<Pick<Env, "AUTH_SECRET" | "LOCATION_DATABASE">>) {
  const { AUTH_SECRET: secrets = [], LOCATION_DATABASE: file } = settings;
  const findings: Finding[] = [];
  if (secrets.some(isGuessable)) findings.push(finding("AUTH_SECRET_WEAK"));
  if (file !== undefined && !(await isReadable(file))) findings.push(finding("LOCATION_DATABASE_UNREADABLE"));
  return findings;
}

/** Random text of 32 hexadecimal digits has 10 different ones but for one in 10,000. */
function isGuessable(secret: string): boolean {
  return new Set(secret).size < 10 || /secret|password|changeme|example/i.test(secret);
}

async function isReadable(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}

/** Whether the daily job, the outbox and the stream of events, if there is one, keep up. */
export async function checkRecords(hasStream: boolean, now = new Date()): Promise<Finding[]> {
  const [stream, job, waiting] = await Promise.all([
    hasStream ? db().eventStream.findFirst({ where: { failingSince: { not: null } } }) : null,
    readDailyJobRun(now),
    db().outboxMail.count({ where: { dueAt: { not: null }, createdAt: { lt: new Date(now.getTime() - mailWaitMs) } } }),
  ]);
  const findings: Finding[] = [];
  if (job.isLate) findings.push(finding("DAILY_JOB_LATE", { when: job.lastRunAt?.toISOString() ?? "never" }));
  if (waiting > 0) findings.push(finding("MAILS_WAIT", { count: waiting }));
  if (stream?.failingSince) {
    const facts = { when: stream.failingSince.toISOString(), reason: stream.lastError ?? "no answer" };
    findings.push(finding("EVENTS_FAIL", facts));
  }
  return findings;
}
