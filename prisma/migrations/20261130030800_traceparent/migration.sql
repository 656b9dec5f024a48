-- Nullable and without a default: no rewrite, and the old version ignores them.
ALTER TABLE "Challenge" ADD COLUMN "traceparent" TEXT;
ALTER TABLE "OutboxMail" ADD COLUMN "traceparent" TEXT;
