-- Mails that wait to be sent. A row is written in the transaction of the change that it tells of.
CREATE TABLE "OutboxMail" (
  "id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "userId" UUID,
  "maskedAddress" TEXT NOT NULL,
  "address" TEXT,
  "locale" TEXT,
  "timeZone" TEXT,
  "facts" JSONB,
  "ip" TEXT,
  "userAgent" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "dueAt" TIMESTAMPTZ(3) DEFAULT now(),
  "acceptedAt" TIMESTAMPTZ(3),
  "failedAt" TIMESTAMPTZ(3),
  "lastError" TEXT,

  CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id"),
  -- A mail waits with its address, or it is done and holds neither address nor facts.
  CONSTRAINT "OutboxMail_waits_or_is_done" CHECK (
    ("dueAt" IS NOT NULL AND "address" IS NOT NULL AND "acceptedAt" IS NULL AND "failedAt" IS NULL)
    OR ("dueAt" IS NULL AND "address" IS NULL AND "facts" IS NULL AND num_nonnulls("acceptedAt", "failedAt") = 1)
  )
);

CREATE UNIQUE INDEX "OutboxMail_key_key" ON "OutboxMail"("key");
CREATE INDEX "OutboxMail_dueAt_idx" ON "OutboxMail"("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "OutboxMail_userId_createdAt_idx" ON "OutboxMail"("userId", "createdAt");
CREATE INDEX "OutboxMail_createdAt_idx" ON "OutboxMail"("createdAt");
CREATE INDEX "OutboxMail_failedAt_idx" ON "OutboxMail"("failedAt") WHERE "failedAt" IS NOT NULL;
