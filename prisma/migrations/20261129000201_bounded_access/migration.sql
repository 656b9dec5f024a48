-- For the limits on sessions and trusted devices per user (lib/users/access-limits.ts): each login reads the oldest of a
-- user's, and asks whether a device still has a session. Building them takes about a second for a million rows.
CREATE INDEX "Session_userId_createdAt_idx" ON "Session"("userId", "createdAt");
CREATE INDEX "Session_browserKeyHash_idx" ON "Session"("browserKeyHash");
CREATE INDEX "KnownBrowser_userId_lastSeenAt_idx" ON "KnownBrowser"("userId", "lastSeenAt");
DROP INDEX "Session_userId_idx";
