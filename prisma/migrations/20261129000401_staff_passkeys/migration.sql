-- When a passkey confirmed something in this session. A session that began with one says so by its method.
-- Null by default, so that the version before this one goes on writing sessions; no row is rewritten.
ALTER TABLE "Session" ADD COLUMN "passkeyConfirmedAt" TIMESTAMPTZ(3);
