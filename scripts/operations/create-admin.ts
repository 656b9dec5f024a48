// npm run create-admin: the only way to the first admin.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { canonicalEmail, maskEmail } from "@/lib/identifier";
import type { CreateAdminError } from "@/lib/users/create-admin";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";
import { SetupProblem } from "@/scripts/processes/setup-problem";

const USAGE =
  "Usage: npm run create-admin -- --email you@example.com --username yourname --phone +14155550100 [--reset-passkeys]";

const SENTENCES: Record<CreateAdminError, string> = {
  EMAIL_INVALID: "--email is not an address that mail can be sent to.",
  USERNAME_INVALID:
    "--username is not one that the registration page takes: 3 to 30 letters, digits or . _ - after a letter, and no reserved name such as admin.",
  PHONE_INVALID: "--phone is not a number that can be called. Write it with + and the country, such as +14155550100.",
  EMAIL_KEPT: "That email was another account's until a few days ago and is kept for it. Use another, or wait a week.",
  USERNAME_TAKEN: "That username belongs to someone else. Choose another.",
  PHONE_TAKEN: "That phone number belongs to someone else. Choose another.",
};

const input = readFlags();
if (existsSync(".env")) process.loadEnvFile(".env");
if (process.env.NODE_ENV === "production" && !process.env.DATABASE_URL) {
  throw new SetupProblem("In production DATABASE_URL has to name the database that the admin is made in.");
}
const database = await openConfiguredDatabase();
try {
  await create(database.url, database.description);
} finally {
  await database.close();
}

async function create(databaseUrl: string, description: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const { createAdmin } = await import("@/lib/users/create-admin");
  const { db } = await import("@/lib/db/client");
  const result = await createAdmin({
    ...input,
    defaultCountry: process.env.DEFAULT_PHONE_COUNTRY || undefined,
  }).finally(() => db().$disconnect());
  if (!result.ok) throw new SetupProblem(SENTENCES[result.error]);

  const who = maskEmail(canonicalEmail(input.email) ?? "");
  const told = {
    CREATED: `Created the admin ${who} in ${description}.`,
    PROMOTED: `${who} has an account in ${description} already, and it is an admin's now. Its username and phone stay as they were.`,
    RESET: `${who} is an admin in ${description} and has no passkey any more. They are logged out, and may add one after a code from their mailbox.`,
    UNCHANGED: `${who} is an admin in ${description} already. Nothing was changed.`,
  };
  console.log(told[result.value.outcome]);
  console.log("Next: log in with that email on the shop's /login page, then open /admin.");
}

function readFlags(): { email: string; username: string; phone: string; resetPasskeys: boolean } {
  const text = { type: "string" } as const;
  try {
    const options = { email: text, username: text, phone: text, "reset-passkeys": { type: "boolean" } } as const;
    const { email, username, phone, "reset-passkeys": resetPasskeys = false } = parseArgs({ options }).values;
    if (!email || !username || !phone) throw new Error("--email, --username and --phone are all needed.");
    return { email, username, phone, resetPasskeys };
  } catch (error) {
    throw new SetupProblem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
