CREATE INDEX CONCURRENTLY "MailEvent_messageId_idx" ON "MailEvent" ("messageId") WHERE "messageId" IS NOT NULL;
