import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { checkReadiness } from "./check-readiness";
import { claimDailyJob, keepDailyJob, readDailyJobRun, releaseDailyJob } from "./job-run";
import { readOverview } from "./read-overview";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60_000);
const setRun = (data: { finishedAt: Date | null; watchedSince?: Date }) =>
  db().jobRun.update({ where: { job: "daily" }, data });
// Other files share this database and expect a shop whose job is on time.
afterAll(async () => {
  await setRun({ finishedAt: null, watchedSince: new Date() });
});

const progress = { step: "session", cursor: null, failed: [] };

it("the dashboard and the readiness check say when the daily job has not finished for 36 hours (R41)", async () => {
  await setRun({ finishedAt: hoursAgo(35) });
  expect((await readOverview(7)).dailyJob.isLate).toBe(false);
  expect(await checkReadiness()).toMatchObject({ status: "ready", dailyJob: "on-time" });

  const stopped = hoursAgo(37);
  await setRun({ finishedAt: stopped });
  expect((await readOverview(7)).dailyJob).toEqual({ lastRunAt: stopped, isLate: true });
  expect(await checkReadiness()).toMatchObject({ status: "ready", dailyJob: "late" });
});

it("a run of the job is recorded when it completes", async () => {
  await setRun({ finishedAt: hoursAgo(100) });
  expect(await runDailyJob()).toMatchObject({ state: "finished" });
  const { lastRunAt, isLate } = await readDailyJobRun();
  expect(isLate).toBe(false);
  expect(Date.now() - (lastRunAt?.getTime() ?? 0)).toBeLessThan(60_000);
});

it("a job that has never run is late once the shop is older than 36 hours", async () => {
  await setRun({ finishedAt: null, watchedSince: hoursAgo(1) });
  expect(await readDailyJobRun()).toEqual({ lastRunAt: null, isLate: false });
  await setRun({ finishedAt: null, watchedSince: hoursAgo(37) });
  expect(await readDailyJobRun()).toEqual({ lastRunAt: null, isLate: true });
});

it("of twenty runs at once, one gets the job", async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, claimDailyJob));
  const [won, ...others] = claims.filter((claim) => claim !== null);
  expect(others).toEqual([]);
  await releaseDailyJob(won?.claim ?? "", null, false);
});

it("a claim that has ended goes to the next run, and the former run can note nothing", async () => {
  const dead = await claimDailyJob();
  expect(await keepDailyJob(dead?.claim ?? "", progress)).toBe(true);
  expect(await claimDailyJob()).toBeNull();
  await db().jobRun.update({ where: { job: "daily" }, data: { claimedUntil: hoursAgo(1) } });
  const next = await claimDailyJob();
  expect(next?.progress).toEqual(progress);
  expect(await keepDailyJob(dead?.claim ?? "", { ...progress, step: "limit" })).toBe(false);
  await releaseDailyJob(dead?.claim ?? "", null, true);
  expect(await db().jobRun.findUnique({ where: { job: "daily" } })).toMatchObject({
    claim: next?.claim,
    progress,
    finishedAt: null,
  });
  await releaseDailyJob(next?.claim ?? "", null, false);
});
