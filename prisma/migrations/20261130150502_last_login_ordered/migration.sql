-- What changed while the table was filled.
UPDATE "LastLogin" SET "at" = "lastLoginAt", "isBeforeRegistration" = false
FROM "User" WHERE "id" = "userId" AND "at" < "lastLoginAt";
DELETE FROM "LastLogin" WHERE NOT EXISTS (SELECT FROM "User" WHERE "id" = "userId");

-- Until the old version has stopped, its list in this order reads the whole table. The lock is for a moment:
-- `npm run db:migrate` waits three seconds for it, and tries again.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX IF EXISTS "User_lastLogin_idx";
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX IF EXISTS "User_seen_before_registered_idx";
