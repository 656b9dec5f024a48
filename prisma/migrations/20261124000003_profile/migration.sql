-- An email that its owner exchanged for another. While the change can be undone, nobody else may have it.
CREATE TABLE "EmailChange" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "oldEmail" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "undoableUntil" TIMESTAMPTZ(3) NOT NULL,
  "undoneAt" TIMESTAMPTZ(3),

  CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "EmailChange_userId_at_idx" ON "EmailChange"("userId", "at");
CREATE INDEX "EmailChange_oldEmail_idx" ON "EmailChange"("oldEmail");
CREATE INDEX "EmailChange_undoableUntil_idx" ON "EmailChange"("undoableUntil");

ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- After the row, and by a look of its own: whoever registers the address in the very moment of the change has waited for
-- it at the unique index, and sees it here. To whoever writes, such an address is taken like any other.
CREATE FUNCTION "keep_left_email"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "EmailChange"
    WHERE "oldEmail" = NEW."email" AND "userId" <> NEW."id" AND "undoneAt" IS NULL AND "undoableUntil" > clock_timestamp()
  ) THEN
    RAISE EXCEPTION 'This email is kept for the account that had it.'
      USING ERRCODE = 'unique_violation', TABLE = 'User', CONSTRAINT = 'User_email_kept';
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "User_email_kept_added" AFTER INSERT ON "User"
  FOR EACH ROW EXECUTE FUNCTION "keep_left_email"();

CREATE TRIGGER "User_email_kept_changed" AFTER UPDATE OF "email" ON "User"
  FOR EACH ROW WHEN (OLD."email" <> NEW."email") EXECUTE FUNCTION "keep_left_email"();

-- What an account asked for while it was logged in: its owner's download and its deletion ask for these, and few rows
-- have an owner.
CREATE INDEX "Challenge_userId_idx" ON "Challenge"("userId") WHERE "userId" IS NOT NULL;
