-- Which requests share a code, and which Verify service made it (lib/auth/fresh-code.ts). Both without a rewrite of the
-- table. Rows that the old version writes have no codeId, and are in the first service.
ALTER TABLE "Challenge" ADD COLUMN "codeId" TEXT, ADD COLUMN "isTrusted" BOOLEAN NOT NULL DEFAULT false;
