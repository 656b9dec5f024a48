-- When the owner switched codes by mail and phone off. Null: a code logs in.
ALTER TABLE "User" ADD COLUMN "passkeysOnlyAt" TIMESTAMPTZ(3);

-- Codes are off only while a passkey works, whatever removes or closes the last one. The owner's row is locked first:
-- of two transactions that remove the last two passkeys the later one sees that no passkey is left.
CREATE FUNCTION switch_codes_on_without_passkey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "User" WHERE "id" = OLD."userId" AND "passkeysOnlyAt" IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND OR EXISTS (
    SELECT 1 FROM "Authenticator" WHERE "userId" = OLD."userId" AND "cloneSuspectedAt" IS NULL
  ) THEN
    RETURN NULL;
  END IF;
  UPDATE "User" SET "passkeysOnlyAt" = NULL WHERE "id" = OLD."userId";
  INSERT INTO "AuditEvent" ("name", "subjectId", "details")
  VALUES ('codes_switched_on', OLD."userId", '{"reason": "no passkey left"}');
  RETURN NULL;
END $$;

CREATE TRIGGER "Authenticator_last" AFTER DELETE OR UPDATE OF "cloneSuspectedAt" ON "Authenticator"
  FOR EACH ROW EXECUTE FUNCTION switch_codes_on_without_passkey();
