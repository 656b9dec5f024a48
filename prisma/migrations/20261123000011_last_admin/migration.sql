-- Somebody must be able to run the shop: no UPDATE and no DELETE, whoever sends it, takes the last admin who may log in.
-- Whatever could do so waits for the same lock first, so that two changes at once do not each count on the other's admin.
CREATE FUNCTION "keep_an_admin"() RETURNS trigger AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('myshop admins'));
  IF NOT EXISTS (SELECT 1 FROM "User" WHERE "role" = 'ADMIN' AND "disabledAt" IS NULL) THEN
    RAISE EXCEPTION 'This would leave the shop without an admin.'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'User_last_admin';
  END IF;
  RETURN NULL;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER "User_last_admin_changed" AFTER UPDATE OF "role", "disabledAt" ON "User"
  FOR EACH ROW
  WHEN (OLD."role" = 'ADMIN' AND OLD."disabledAt" IS NULL AND (NEW."role" <> 'ADMIN' OR NEW."disabledAt" IS NOT NULL))
  EXECUTE FUNCTION "keep_an_admin"();

CREATE TRIGGER "User_last_admin_deleted" AFTER DELETE ON "User"
  FOR EACH ROW
  WHEN (OLD."role" = 'ADMIN' AND OLD."disabledAt" IS NULL)
  EXECUTE FUNCTION "keep_an_admin"();
