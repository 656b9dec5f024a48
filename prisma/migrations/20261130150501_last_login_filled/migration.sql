-- Logins continue meanwhile; the next migration writes those that this one does not see.
INSERT INTO "LastLogin" SELECT (last_login_of("User")).* FROM "User" ON CONFLICT ("userId") DO NOTHING;
