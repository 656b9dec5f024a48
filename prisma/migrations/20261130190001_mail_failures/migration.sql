CREATE INDEX CONCURRENTLY "MailEvent_failures_idx" ON "MailEvent" ("receivedAt", "id") WHERE "reason" IS NOT NULL;
