-- Writers wait: else a second form of a line is verified between the update and the index, and the index fails.
LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE;

-- Argentina's numbers have two forms, with and without a 9 for mobiles (lib/identifier.ts, phoneSpellings). A line is
-- verified by one user. Where two had verified its two forms, the newer proof stays: only that user reads it now.
UPDATE "User" u SET "phoneVerified" = NULL
WHERE u."phone" ~ '^\+549?\d{10}$' AND u."phoneVerified" IS NOT NULL AND EXISTS (
  SELECT FROM "User" o
  WHERE o."phoneVerified" IS NOT NULL AND o."id" <> u."id" AND o."phone" ~ '^\+549?\d{10}$'
    AND right(o."phone", 10) = right(u."phone", 10) AND (o."phoneVerified", o."id") > (u."phoneVerified", u."id")
);

CREATE UNIQUE INDEX "User_verified_phone_line_key" ON "User" (right("phone", 10))
WHERE "phoneVerified" IS NOT NULL AND "phone" ~ '^\+549?\d{10}$';
