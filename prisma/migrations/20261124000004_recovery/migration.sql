-- Recovery codes: ten at a time, each opens one session or confirms one act, once (docs/decisions/recovery-codes.md).
ALTER TYPE "LoginMethod" ADD VALUE 'RECOVERY_CODE';

CREATE TABLE "RecoveryCode" (
    "codeHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),
    "usedInBrowser" TEXT,
    "addedInSession" TEXT,
    "addedInBrowser" TEXT,
    "addedAfterLogin" TEXT,
    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("codeHash")
);
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- HMAC-SHA-256 in hex: a code in clear is refused.
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_codeHash_check" CHECK ("codeHash" ~ '^[0-9a-f]{64}$');

-- A user who has lost everything is to get a new address, after a wait in which whoever still holds the account can stop it
-- (docs/account-recovery.md).
CREATE TABLE "AccountRecovery" (
    "userId" UUID NOT NULL,
    "newEmail" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "AccountRecovery_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "AccountRecovery" ADD CONSTRAINT "AccountRecovery_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
