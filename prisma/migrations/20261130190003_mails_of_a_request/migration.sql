CREATE INDEX CONCURRENTLY "MailEvent_challengeId_idx" ON "MailEvent" ("challengeId") WHERE "challengeId" IS NOT NULL;
