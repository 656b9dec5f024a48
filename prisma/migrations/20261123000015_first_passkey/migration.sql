ALTER TABLE "User" ADD COLUMN "firstPasskeyAt" TIMESTAMPTZ(3);

UPDATE "User" SET "firstPasskeyAt" = "first"."at"
FROM (SELECT "userId", min("createdAt") AS "at" FROM "Authenticator" GROUP BY "userId") AS "first"
WHERE "User"."id" = "first"."userId";
