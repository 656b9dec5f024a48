-- What schema.prisma has no words for: the rules that hold even where the code is wrong.

-- Canonical forms cannot drift from what people see.
ALTER TABLE "User" ADD CONSTRAINT "User_email_canonical" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "User" ADD CONSTRAINT "User_usernameKey_matches" CHECK ("usernameKey" = lower("username"));
ALTER TABLE "User" ADD CONSTRAINT "User_phone_e164" CHECK ("phone" ~ '^\+[1-9][0-9]{4,14}$');

-- Twilio compares five codes and sends five messages; so do we.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_attempts_at_most_five" CHECK ("attempts" BETWEEN 0 AND 5);
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_sends_at_most_five" CHECK ("sends" BETWEEN 1 AND 5);
-- NIST SP 800-63B 5.1.3.2, ASVS 6.5.5: a code lives ten minutes at most.
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_life_at_most_ten_minutes" CHECK ("expiresAt" <= "createdAt" + INTERVAL '10 minutes 1 second');
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_consumed_only_when_proven" CHECK ("consumedAt" IS NULL OR "provenAt" IS NOT NULL);

-- A consumed challenge stays consumed.
CREATE FUNCTION "refuse_second_consumption"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."consumedAt" IS NOT NULL AND NEW."consumedAt" IS DISTINCT FROM OLD."consumedAt" THEN
    RAISE EXCEPTION 'challenge % is already consumed', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Challenge_one_consumption" BEFORE UPDATE ON "Challenge"
  FOR EACH ROW EXECUTE FUNCTION "refuse_second_consumption"();

ALTER TABLE "Product" ADD CONSTRAINT "Product_prices" CHECK ("memberPriceCents" > 0 AND "memberPriceCents" <= "priceCents");

-- The audit trail is append-only. The retention job is the one exception: it announces itself for its own transaction.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('myshop.audit_retention', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit events are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE FUNCTION "refuse_audit_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_truncate"();
