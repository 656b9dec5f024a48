CREATE INDEX CONCURRENTLY "MailEvent_at_id_idx" ON "MailEvent" ("at", "id") WHERE "reason" IS NOT NULL;
