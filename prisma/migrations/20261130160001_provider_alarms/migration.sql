-- Operators are told once of a provider that fails, and once when it works again (docs/decisions/provider-outages.md).
ALTER TABLE "ProviderHealth"
  ADD COLUMN "failingSince" TIMESTAMPTZ(3),
  ADD COLUMN "alarmedAt" TIMESTAMPTZ(3),
  ADD COLUMN "hasAlarm" BOOLEAN NOT NULL DEFAULT false;
