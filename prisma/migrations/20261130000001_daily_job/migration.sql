-- The retention job is now a part of the daily job. Older versions still write the row "retention".
ALTER TABLE "JobRun" ADD COLUMN "claim" UUID, ADD COLUMN "claimedUntil" TIMESTAMPTZ(3), ADD COLUMN "progress" JSONB;

INSERT INTO "JobRun" ("job", "watchedSince", "finishedAt")
SELECT 'daily', "watchedSince", "finishedAt" FROM "JobRun" WHERE "job" = 'retention'
ON CONFLICT ("job") DO NOTHING;
