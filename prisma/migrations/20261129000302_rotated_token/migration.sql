-- A proof gives its session a new token (lib/auth/rotate-session.ts). No row has an old one yet, so the index is empty.
ALTER TABLE "Session" ADD COLUMN "previousToken" TEXT, ADD COLUMN "rotatedAt" TIMESTAMPTZ(3);
CREATE INDEX "Session_previousToken_idx" ON "Session" ("previousToken") WHERE "previousToken" IS NOT NULL;
