-- A breaker that all instances share, and what SendGrid's Event Webhook tells of a challenge's first mail.
ALTER TABLE "ProviderHealth" ADD COLUMN "probedAt" TIMESTAMPTZ(3);
ALTER TABLE "Challenge" ADD COLUMN "refusedAt" TIMESTAMPTZ(3);

CREATE TABLE "MailEvent" (
    "id" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "MailEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "MailEvent_receivedAt_idx" ON "MailEvent"("receivedAt");
