-- When a scheduled job last ran through. The dashboard warns when the retention job has stopped.
CREATE TABLE "JobRun" (
  "job" TEXT PRIMARY KEY,
  "watchedSince" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "finishedAt" TIMESTAMPTZ(3)
);
INSERT INTO "JobRun" ("job") VALUES ('retention');
