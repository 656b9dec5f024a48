-- A challenge for a passkey is no row any more but says itself, under an HMAC, for whom it is and until when. Only those
-- that were answered with a good signature are kept, so that none counts twice. The old rows mean the opposite, and last
-- five minutes: they go with their table.
CREATE TABLE "UsedPasskeyChallenge" (
    "challengeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "UsedPasskeyChallenge_pkey" PRIMARY KEY ("challengeHash")
);
CREATE INDEX "UsedPasskeyChallenge_expiresAt_idx" ON "UsedPasskeyChallenge"("expiresAt");

DROP TABLE "PasskeyChallenge";
DROP TYPE "PasskeyPurpose";
