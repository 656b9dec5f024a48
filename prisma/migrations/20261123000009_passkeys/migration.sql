-- Passkeys: a copied key shows by its counter, and is not used until its owner has looked at it.
ALTER TABLE "Authenticator" ADD COLUMN "cloneSuspectedAt" TIMESTAMPTZ(3);

CREATE TYPE "PasskeyPurpose" AS ENUM ('ADD', 'LOGIN', 'STEP_UP');

-- What a passkey is asked to sign. Used up by deleting the row.
CREATE TABLE "PasskeyChallenge" (
    "challengeHash" TEXT NOT NULL,
    "purpose" "PasskeyPurpose" NOT NULL,
    "browserKeyHash" TEXT NOT NULL,
    "sessionId" UUID,
    "act" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("challengeHash")
);
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Only a login is asked for without a session, and only a fresh proof is for an act.
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_session_check" CHECK (("purpose" = 'LOGIN') = ("sessionId" IS NULL));
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_act_check" CHECK (("purpose" = 'STEP_UP') = ("act" IS NOT NULL));
