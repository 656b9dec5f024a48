-- How codes fared is counted by the channel that they took; "" where an event has none. Days that the audit trail still
-- holds are counted anew. Before them every code was a mail.
ALTER TABLE "DailyCount" ADD COLUMN "channel" TEXT NOT NULL DEFAULT '';
ALTER TABLE "DailyCount" DROP CONSTRAINT "DailyCount_pkey", ADD CONSTRAINT "DailyCount_pkey" PRIMARY KEY ("day", "name", "channel");
DELETE FROM "DailyCount" WHERE "day" >= CURRENT_DATE - 89;
UPDATE "DailyCount" SET "channel" = 'EMAIL'
WHERE "name" IN ('code_sent', 'code_not_sent', 'code_rejected', 'login_succeeded', 'user_registered', 'step_up_proven');

-- What became of a mail, in SendGrid's word; none on rows from before, which were a bounce or a drop.
ALTER TABLE "MailEvent" ADD COLUMN "kind" TEXT;
