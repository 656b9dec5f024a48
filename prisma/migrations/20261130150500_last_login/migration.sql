-- The order of users by last login, beside "User"."lastLoginAt". An index on that column makes each login write every
-- index of "User", both of the search included: 5 ms and 50 kB of WAL.
CREATE TABLE "LastLogin" (
  "userId" UUID NOT NULL,
  -- '-infinity' is never: null has no place that a page can begin at.
  "at" TIMESTAMPTZ(3) NOT NULL,
  -- Only of imported users. More than a day before.
  "isBeforeRegistration" BOOLEAN NOT NULL,
  CONSTRAINT "LastLogin_pkey" PRIMARY KEY ("userId")
);
CREATE INDEX "LastLogin_at_userId_idx" ON "LastLogin" ("at", "userId");
CREATE INDEX "LastLogin_before_registration_idx" ON "LastLogin" ("userId") WHERE "isBeforeRegistration" = true;

CREATE FUNCTION last_login_of("user" "User") RETURNS "LastLogin" LANGUAGE sql STABLE AS $$
  SELECT "user"."id", COALESCE("user"."lastLoginAt", '-infinity'::timestamptz),
    COALESCE("user"."lastLoginAt" - "user"."createdAt" < INTERVAL '-1 day', false)
$$;

-- A reference to "User" would lock each of its rows while the next migration fills the table.
CREATE FUNCTION keep_last_login() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "LastLogin" SELECT (last_login_of(added)).* FROM added ON CONFLICT ("userId") DO NOTHING;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM "LastLogin" USING removed WHERE "userId" = removed."id";
  ELSE
    UPDATE "LastLogin" SET ("userId", "at", "isBeforeRegistration") = (SELECT (last_login_of(NEW)).*)
    WHERE "userId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "User_last_login_added" AFTER INSERT ON "User"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_last_login();
CREATE TRIGGER "User_last_login_removed" AFTER DELETE ON "User"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_last_login();
CREATE TRIGGER "User_last_login_changed" AFTER UPDATE OF "lastLoginAt", "createdAt" ON "User"
  FOR EACH ROW EXECUTE FUNCTION keep_last_login();

-- Room on each page for the next version of a row: an update that stays on its page writes no index.
ALTER TABLE "User" SET (fillfactor = 85);
