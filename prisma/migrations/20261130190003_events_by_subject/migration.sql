CREATE INDEX CONCURRENTLY "MailEvent_subjectId_idx" ON "MailEvent" ("subjectId") WHERE "subjectId" IS NOT NULL;
