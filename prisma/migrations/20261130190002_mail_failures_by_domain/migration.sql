CREATE INDEX CONCURRENTLY "MailEvent_domain_receivedAt_id_idx" ON "MailEvent" ("domain", "receivedAt", "id")
  WHERE "reason" IS NOT NULL;
