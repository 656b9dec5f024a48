-- The code of a login can also go to the verified phone of its account.

-- A text and a call to one number share one verification at Twilio, so nobody can say which of them brought the code.
-- The value was never written.
ALTER TYPE "LoginMethod" RENAME VALUE 'SMS_CODE' TO 'PHONE_CODE';

ALTER TABLE "Challenge"
  ADD COLUMN "phoneChannel" "Channel",
  ADD COLUMN "phoneSentAt" TIMESTAMPTZ(3),
  ADD COLUMN "phone" TEXT,
  ADD COLUMN "phoneSid" TEXT,
  ADD COLUMN "provenBy" "Channel";

-- A phone logs in. It registers nobody, and confirms no sensitive act.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_phone_only_for_login" CHECK (
  ("phoneChannel" IS NULL) = ("phoneSentAt" IS NULL)
  AND ("phoneChannel" IS NULL OR ("phoneChannel" <> 'EMAIL' AND "purpose" = 'LOGIN'))
);
-- The number and its verification go together.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_phone_has_verification" CHECK (
  ("phone" IS NULL) = ("phoneSid" IS NULL)
  AND ("phone" IS NULL OR ("phoneChannel" IS NOT NULL AND "phone" ~ '^\+[1-9][0-9]{4,14}$'))
);
-- What a phone proved, a phone had been sent.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_proven_by_what_was_sent" CHECK (
  "provenBy" IS NULL OR ("provenAt" IS NOT NULL AND ("provenBy" = "channel" OR "phone" IS NOT NULL))
);

-- By which the pending codes of one number are found.
CREATE INDEX "Challenge_phone_createdAt_idx" ON "Challenge"("phone", "createdAt") WHERE "phone" IS NOT NULL;
