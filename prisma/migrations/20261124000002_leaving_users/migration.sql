-- When its owner asked for an account to be deleted: seven days later the retention job deletes it.
ALTER TABLE "User" ADD COLUMN "deletionAskedAt" TIMESTAMPTZ(3);

-- Few rows at any time, and the retention job asks for them alone.
CREATE INDEX "User_deletionAskedAt_idx" ON "User"("deletionAskedAt") WHERE "deletionAskedAt" IS NOT NULL;

-- An admin who is leaving cannot log in, so they are none of those by whom the shop is run (20261123000011_last_admin).
CREATE OR REPLACE FUNCTION "keep_an_admin"() RETURNS trigger AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('myshop admins'));
  IF NOT EXISTS (
    SELECT 1 FROM "User" WHERE "role" = 'ADMIN' AND "disabledAt" IS NULL AND "deletionAskedAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'This would leave the shop without an admin.'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'User_last_admin';
  END IF;
  RETURN NULL;
END;
$$ LANGUAGE plpgsql;

DROP TRIGGER "User_last_admin_changed" ON "User";

CREATE TRIGGER "User_last_admin_changed" AFTER UPDATE OF "role", "disabledAt", "deletionAskedAt" ON "User"
  FOR EACH ROW
  WHEN (OLD."role" = 'ADMIN' AND OLD."disabledAt" IS NULL AND OLD."deletionAskedAt" IS NULL
    AND (NEW."role" <> 'ADMIN' OR NEW."disabledAt" IS NOT NULL OR NEW."deletionAskedAt" IS NOT NULL))
  EXECUTE FUNCTION "keep_an_admin"();

DROP TRIGGER "User_last_admin_deleted" ON "User";

CREATE TRIGGER "User_last_admin_deleted" AFTER DELETE ON "User"
  FOR EACH ROW
  WHEN (OLD."role" = 'ADMIN' AND OLD."disabledAt" IS NULL AND OLD."deletionAskedAt" IS NULL)
  EXECUTE FUNCTION "keep_an_admin"();
