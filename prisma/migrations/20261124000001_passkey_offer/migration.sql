ALTER TABLE "User" ADD COLUMN "passkeyOfferDeclinedAt" TIMESTAMPTZ(3);
