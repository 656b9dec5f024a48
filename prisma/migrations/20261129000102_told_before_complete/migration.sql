-- Where a move goes to, while it waits for the mail to the old address. Null for a move that was made.
ALTER TABLE "EmailChange" ADD COLUMN "newEmail" TEXT;
CREATE UNIQUE INDEX "EmailChange_newEmail_key" ON "EmailChange"("newEmail");

-- When SendGrid accepted the mail to the old address: the wait begins then. Of what was begun before this column nobody
-- knows whether the old address was told, so staff begin it again.
ALTER TABLE "AccountRecovery" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
