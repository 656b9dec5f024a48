-- The dashboard's list of users at a million rows: each order, each filter and the search by an index.

-- Byte order, as the list sorts names; such an index also finds what a text begins with.
CREATE INDEX "User_usernameKey_id_idx" ON "User"("usernameKey" COLLATE "C", "id");
CREATE INDEX "User_email_idx" ON "User"("email" COLLATE "C");
CREATE INDEX "User_role_idx" ON "User"("role");
CREATE INDEX "User_disabledAt_idx" ON "User"("disabledAt");
-- Who never logged in comes last, and still has a place that a page can begin at: null has none.
CREATE INDEX "User_lastLogin_idx" ON "User"(COALESCE("lastLoginAt", '-infinity'::timestamptz), "id");
-- Empty, unless users were imported who were last seen more than a day before they registered.
CREATE INDEX "User_seen_before_registered_idx" ON "User"(("lastLoginAt" - "createdAt"))
  WHERE ("lastLoginAt" - "createdAt" < INTERVAL '-1 day');

-- Any part of a username, email or phone number, by trigrams. No name holds a line feed, so no match spans two of them.
-- Where pg_trgm is missing or forbidden the same search reads the table: slower, and right.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  -- Without fastupdate: a list of pending entries would be read by every search, and sorted in by an unlucky login.
  CREATE INDEX "User_search_idx" ON "User"
    USING gin (("usernameKey" || E'\n' || "email" || E'\n' || "phone") gin_trgm_ops) WITH (fastupdate = off);
EXCEPTION
  -- 42501 no right to create it, 0A000 and 58P01 not on this machine, 42704 its operators lie outside of the search path.
  WHEN insufficient_privilege OR feature_not_supported OR undefined_file OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not available (%): searching users will read the whole table', SQLERRM;
END $$;
