-- Which lists of secrets (AUTH_SECRET) instances ran with, and when. Holds names of the secrets, no secrets.
CREATE TABLE "SecretUse" (
  "secretIds" TEXT PRIMARY KEY,
  "firstUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

-- Which secret hashed the code. Null: the first secret that the shop ran with.
ALTER TABLE "RecoveryCode" ADD COLUMN "secretId" TEXT;
