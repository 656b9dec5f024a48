-- The counts behind every limit, see lib/limits. "subject" is an HMAC: nobody's address stands here.
CREATE TABLE "RateLimit" (
    "policy" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("policy", "subject")
);
CREATE INDEX "RateLimit_endsAt_idx" ON "RateLimit"("endsAt");
