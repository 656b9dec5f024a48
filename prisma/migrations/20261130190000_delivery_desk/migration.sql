-- Nullable and without a default: no rewrite, and the old version ignores them.
ALTER TABLE "MailEvent" ADD COLUMN "at" TIMESTAMPTZ(3),
  ADD COLUMN "messageId" TEXT,
  ADD COLUMN "notice" TEXT,
  ADD COLUMN "subjectId" TEXT,
  ADD COLUMN "domain" TEXT,
  ADD COLUMN "maskedAddress" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "reply" TEXT;
ALTER TABLE "Challenge" ADD COLUMN "sendOutcome" TEXT,
  ADD COLUMN "sendOutcomeAt" TIMESTAMPTZ(3);
-- A reason for an address without an account. The old version writes a user each time, and reads these reasons with
-- the audit trail alone.
-- squawk-ignore ban-drop-not-null
ALTER TABLE "ChangeReason" ALTER COLUMN "userId" DROP NOT NULL;
