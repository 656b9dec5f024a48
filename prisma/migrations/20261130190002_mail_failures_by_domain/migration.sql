CREATE INDEX CONCURRENTLY "MailEvent_domain_at_id_idx" ON "MailEvent" ("domain", "at", "id") WHERE "reason" IS NOT NULL;
