-- How far the audit trail has gone to the operator's webhook (docs/decisions/events-out.md). One row.
CREATE TABLE "EventStream" (
  "stream" TEXT PRIMARY KEY,
  "deliveredId" BIGINT NOT NULL,
  "deliveredAt" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "triedSince" TIMESTAMPTZ(3),
  "failingSince" TIMESTAMPTZ(3),
  "lastError" TEXT,
  "dueAt" TIMESTAMPTZ(3),
  "claim" UUID,
  "claimedUntil" TIMESTAMPTZ(3)
);
