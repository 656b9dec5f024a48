import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, expect, it, vi } from "vitest";
import { claimDailyJob, type Progress, releaseDailyJob } from "@/lib/admin/job-run";
import { db } from "@/lib/db/client";
import { enqueueMails } from "@/lib/mail/outbox";
import { lockAdminChanges } from "@/lib/users/locks";
import { trailOf } from "@/test/admin-parts";
import { createUser, inbox } from "@/test/login-parts";
import { type JobReport, runDailyJob } from "./daily-job";

/** A process starts slowly on a busy machine. */
const startsWithinMs = 120_000;
vi.setConfig({ testTimeout: 3 * startsWithinMs });

const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
const readRun = () => db().jobRun.findUniqueOrThrow({ where: { job: "daily" } });

beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  await inbox.clearFaults();
  await db().outboxMail.deleteMany();
  // What other tests have left to settle would write mails.
  await db().order.updateMany({ data: { payBy: null } });
  await db().refund.updateMany({ data: { dueAt: null } });
  await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
  await runDailyJob();
  await db().jobRun.update({ where: { job: "daily" }, data: { finishedAt: null } });
});

it("without time, each run does one batch of mails and one of records, and the next run continues", async () => {
  const owners = await waitingMails(25);
  await db().session.create({
    data: { userId: owners[0]?.id ?? "", sessionToken: "ended", method: "EMAIL_CODE", expires: daysAgo(1) },
  });
  const first = await runDailyJob(0);
  expect(first).toEqual({ state: "unfinished", done: { mailSent: 10, payment: 0 }, failed: [] });
  expect(await readRun()).toMatchObject({ finishedAt: null, claim: null, progress: { step: "dailyCount" } });
  const reports = [first];
  while (reports.at(-1)?.state === "unfinished") {
    expect((await readRun()).finishedAt).toBeNull();
    reports.push(await runDailyJob(0));
  }
  expect(reports.at(-1)?.state).toBe("finished");
  expect(await readRun()).toMatchObject({ finishedAt: expect.any(Date), progress: null });
  expect(sum(reports, "mailSent")).toBe(25);
  expect(sum(reports, "session")).toBe(1);
  for (const owner of owners) expect(await inbox.messages({ to: owner.email })).toHaveLength(1);
});

it("events are counted before they are deleted, though nobody opens the dashboard", async () => {
  await db().dailyCount.deleteMany();
  const at = daysAgo(89.5);
  const day = new Date(Math.floor(at.getTime() / dayMs) * dayMs);
  await db().auditEvent.create({ data: { name: "login_succeeded", at } });
  const { done } = await runDailyJob();
  expect(done.dailyCount).toBeGreaterThan(80);
  const counted = await db().dailyCount.findMany({ where: { day } });
  // The first day of the range is only partly kept.
  if (day.getTime() >= daysAgo(90).getTime()) expect(counted.map(({ name }) => name)).toContain("login_succeeded");
  expect((await runDailyJob()).done.dailyCount).toBe(0);
});

it("two processes and two requests at once send each mail once and delete each user once", async () => {
  const owners = await waitingMails(30);
  const leaving = await createUser();
  await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: daysAgo(8) } });
  const processes = [startProcess(), startProcess()];
  const ended = Promise.all(processes.map((child) => once(child, "exit")));
  const reports = await Promise.all([runDailyJob(), runDailyJob()]);
  expect(reports.map(({ state }) => state)).toContain("running");
  expect((await ended).map(([code]) => code)).toEqual([0, 0]);
  while ((await runDailyJob()).state !== "finished");
  for (const owner of owners) expect(await inbox.messages({ to: owner.email })).toHaveLength(1);
  expect((await trailOf(leaving.id)).filter(({ name }) => name === "account_deleted")).toHaveLength(1);
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
it("a process that is killed loses nothing: its work stays, and a run after a minute continues there", async () => {
  const [owner] = await waitingMails(1);
  const leaving = await createUser();
  await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: daysAgo(8) } });
  await db().$transaction(
    async (transaction) => {
      await lockAdminChanges(transaction);
      const child = startProcess();
      await vi.waitFor(async () => expect((await readRun()).progress).toMatchObject({ step: "userPendingDeletion" }), {
        timeout: startsWithinMs,
      });
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    { timeout: 2 * startsWithinMs },
  );
  expect(await readRun()).toMatchObject({ finishedAt: null, claim: expect.any(String) });
  expect(await runDailyJob()).toEqual({ state: "running", done: {}, failed: [] });
  await db().jobRun.update({ where: { job: "daily" }, data: { claimedUntil: new Date() } });
  const { state, done } = await runDailyJob();
  expect(state).toBe("finished");
  expect(done).toMatchObject({ mailSent: 0, userPendingDeletion: 1 });
  expect(done).not.toHaveProperty("dailyCount");
  expect(await inbox.messages({ to: owner?.email ?? "" })).toHaveLength(1);
  expect((await trailOf(leaving.id)).filter(({ name }) => name === "account_deleted")).toHaveLength(1);
});

it("a run stops when another has taken the job", async () => {
  await waitingMails(1);
  await inbox.addFault({ match: { path: "/mail/send$", times: 1 }, action: { delayMs: 1_500 } });
  const slow = runDailyJob();
  await vi.waitFor(async () => expect((await readRun()).claim).not.toBeNull());
  await db().jobRun.update({ where: { job: "daily" }, data: { claimedUntil: new Date() } });
  const other = await claimDailyJob();
  expect(await slow).toMatchObject({ state: "running" });
  expect((await readRun()).claim).toBe(other?.claim);
  await releaseDailyJob(other?.claim ?? "", null, false);
});

it("a step that fails holds up no other, and the job is not noted as finished, even in a later run", async () => {
  await refuse("BEFORE DELETE", "MailEvent");
  const owner = await createUser();
  await db().mailEvent.create({ data: { id: "refused", receivedAt: daysAgo(100) } });
  await db().trustedDevice.create({ data: { userId: owner.id, keyHash: "old", lastSeenAt: daysAgo(60) } });
  try {
    expect(await runDailyJob()).toMatchObject({ state: "failed", failed: ["mailEvent"], done: { trustedDevice: 1 } });
    const reports: JobReport[] = [];
    do reports.push(await runDailyJob(0));
    while (reports.at(-1)?.state === "unfinished");
    expect(reports.at(-1)).toMatchObject({ state: "failed", failed: ["mailEvent"] });
    expect((await readRun()).finishedAt).toBeNull();
  } finally {
    await db().$executeRawUnsafe(`DROP FUNCTION "refuse_for_test" CASCADE`);
  }
  expect(await runDailyJob()).toMatchObject({ state: "finished", done: { mailEvent: 1 } });
});

it("mails that SendGrid does not take wait, the others go, and the job finishes", async () => {
  const owners = await waitingMails(12);
  const refused = owners[0]?.email ?? "";
  await inbox.addFault({ match: { to: refused, path: "/mail/send$" }, action: { status: 503 } });
  expect(await runDailyJob()).toMatchObject({ state: "finished", done: { mailSent: 11 } });
  await inbox.clearFaults();
  expect(await db().outboxMail.count({ where: { dueAt: { not: null } } })).toBe(1);
});

it("a step that only another version knows makes the job start again", async () => {
  const progress: Progress = { step: "of-next-year", cursor: "x", failed: [] };
  await db().jobRun.update({ where: { job: "daily" }, data: { progress } });
  expect(await runDailyJob()).toMatchObject({ state: "finished", done: { dailyCount: 0, outboxMail: 0 } });
});

async function waitingMails(count: number) {
  const owners = await Promise.all(Array.from({ length: count }, () => createUser()));
  const report = { kind: "browser", id: "0192d4a0-0000-7000-8000-000000000001" } as const;
  for (const owner of owners) {
    const facts = { reason: "newBrowser", report } as const;
    const mail = { kind: "new-browser", facts, change: owner.id, to: owner } as const;
    await db().$transaction((transaction) => enqueueMails(transaction, mail));
  }
  return owners;
}

function startProcess() {
  const script = ["scripts/bootstrap.mjs", "scripts/operations/run-daily-job.ts"];
  return spawn(process.execPath, script, { env: process.env, stdio: "ignore" });
}

async function refuse(when: string, table: string): Promise<void> {
  await db().$executeRawUnsafe(`CREATE FUNCTION "refuse_for_test"() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'refused'; END; $$`);
  await db().$executeRawUnsafe(`CREATE TRIGGER "refused_for_test" ${when} ON "${table}" FOR EACH ROW
    EXECUTE FUNCTION "refuse_for_test"()`);
}

function sum(reports: JobReport[], name: keyof JobReport["done"]): number {
  return reports.reduce((total, { done }) => total + (done[name] ?? 0), 0);
}
