import { createEmulatorClient } from "@/emulator/client";

/** Where the shop under test, its inbox and its database are: set by scripts/test/main.ts. */
export const shop = {
  url: setting("APP_URL"),
  databaseUrl: setting("DATABASE_URL"),
  authSecret: setting("AUTH_SECRET"),
  emulatorUrl: setting("EMULATOR_URL"),
  currency: setting("SHOP_CURRENCY"),
};

/** What arrived at the people of the tests, and the clock and the faults of the providers. */
export const inbox = createEmulatorClient(setting("EMULATOR_URL"));

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests with: npm test -- e2e`);
  return value;
}
