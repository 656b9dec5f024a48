import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { checkReadiness } from "./check-readiness";
import { deleteOldRecords, readRetentionRun, recordRetentionRun } from "./delete-old-records";
import { readOverview } from "./read-overview";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60_000);

it("the dashboard and the readiness check say when the retention job has stopped (R41)", async () => {
  await recordRetentionRun(hoursAgo(35));
  expect((await readOverview(7)).retention.isLate).toBe(false);
  expect(await checkReadiness()).toMatchObject({ status: "ready", retention: "on-time" });

  const stopped = hoursAgo(37);
  await recordRetentionRun(stopped);
  expect((await readOverview(7)).retention).toEqual({ lastRunAt: stopped, isLate: true });
  expect(await checkReadiness()).toMatchObject({ status: "ready", retention: "late" });
});

it("a run of the job is recorded when it completes", async () => {
  await recordRetentionRun(hoursAgo(100));
  await deleteOldRecords();
  const { lastRunAt, isLate } = await readRetentionRun();
  expect(isLate).toBe(false);
  expect(Date.now() - (lastRunAt?.getTime() ?? 0)).toBeLessThan(60_000);
});

it("a job that never ran is late once the shop is older than 36 hours", async () => {
  const watch = (watchedSince: Date) =>
    db().jobRun.update({ where: { job: "retention" }, data: { finishedAt: null, watchedSince } });
  await watch(hoursAgo(1));
  expect(await readRetentionRun()).toEqual({ lastRunAt: null, isLate: false });
  await watch(hoursAgo(37));
  expect(await readRetentionRun()).toEqual({ lastRunAt: null, isLate: true });
  await recordRetentionRun();
});
