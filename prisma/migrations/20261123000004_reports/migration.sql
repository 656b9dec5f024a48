-- "This was not me": what the mails' links end, and which browser a session made known.
ALTER TABLE "Challenge" ADD COLUMN "reportedAt" TIMESTAMPTZ(3);
ALTER TABLE "Session" ADD COLUMN "browserKeyHash" TEXT;

-- A reported challenge is over, whatever the clock of a login that is on its way says.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_reported_has_no_life" CHECK ("reportedAt" IS NULL OR "expiresAt" <= "createdAt");
