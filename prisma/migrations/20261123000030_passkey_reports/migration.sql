-- "This was not me" about a passkey: what its mail's link names, and where it was added and used, so that a report of
-- that place takes the passkey with it. Hashes and ids, without foreign keys: the place may be gone before it is reported.
ALTER TABLE "Authenticator" ADD COLUMN "reportId" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "Authenticator" ADD COLUMN "addedInSession" TEXT;
ALTER TABLE "Authenticator" ADD COLUMN "addedInBrowser" TEXT;
ALTER TABLE "Authenticator" ADD COLUMN "addedAfterLogin" TEXT;
CREATE UNIQUE INDEX "Authenticator_reportId_key" ON "Authenticator"("reportId");

ALTER TABLE "KnownBrowser" ADD COLUMN "passkeyId" TEXT;
