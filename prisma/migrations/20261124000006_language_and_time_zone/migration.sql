-- What language a person reads, and by what clock. Both may be unknown: mails are English then, and times in UTC.
ALTER TABLE "User" ADD COLUMN "locale" TEXT, ADD COLUMN "timeZone" TEXT;
