-- Which browser a passkey was made in: its owner may call it anything. Those of before do not say.
ALTER TABLE "Authenticator" ADD COLUMN "addedUserAgent" TEXT;
