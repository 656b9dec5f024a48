-- Which browser the mail about a recovery code names: its "This was not me" must void the codes also when the browser's
-- row is gone. Those of before do not say.
ALTER TABLE "RecoveryCode" ADD COLUMN "addedInBrowserId" UUID, ADD COLUMN "usedInBrowserId" UUID;
CREATE INDEX "RecoveryCode_addedInBrowserId_idx" ON "RecoveryCode"("addedInBrowserId") WHERE "addedInBrowserId" IS NOT NULL;
CREATE INDEX "RecoveryCode_usedInBrowserId_idx" ON "RecoveryCode"("usedInBrowserId") WHERE "usedInBrowserId" IS NOT NULL;
