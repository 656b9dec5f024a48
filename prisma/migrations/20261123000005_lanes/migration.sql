-- A challenge that a browser which has logged in before asked for: its failures count in a lane of their own.
ALTER TABLE "Challenge" ADD COLUMN "knownKeyHash" TEXT;

-- A fresh proof of one session, for one kind of sensitive act.
CREATE TABLE "StepUp" (
    "sessionId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "provenAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "StepUp_pkey" PRIMARY KEY ("sessionId", "act")
);
ALTER TABLE "StepUp" ADD CONSTRAINT "StepUp_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
