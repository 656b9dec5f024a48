-- The retention job looks for what is over; without these it would read whole tables.
CREATE INDEX "Session_expires_idx" ON "Session"("expires");
CREATE INDEX "KnownBrowser_lastSeenAt_idx" ON "KnownBrowser"("lastSeenAt");
