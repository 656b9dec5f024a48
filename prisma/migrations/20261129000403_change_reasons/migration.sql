-- Why an admin changed an account, in their words. It goes with the user; the audit trail keeps its id alone.
CREATE TABLE "ChangeReason" (
  "id" UUID PRIMARY KEY,
  "userId" UUID NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "text" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);
CREATE INDEX "ChangeReason_userId_idx" ON "ChangeReason" ("userId");
CREATE INDEX "ChangeReason_at_idx" ON "ChangeReason" ("at");
