// npm run mail:send: sends waiting mails. Run every five minutes where no process stays.
import { existsSync } from "node:fs";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";

if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  process.env.DATABASE_URL = database.url;
  const { sendDueMails } = await import("@/lib/auth/outbox/send-outbox");
  const { noteSecretUse } = await import("@/lib/auth/session/secret-rotation");
  const { db } = await import("@/lib/db/client");
  // It signs the links in them.
  await noteSecretUse();
  const accepted = await sendDueMails();
  const waiting = await db().outboxMail.count({ where: { dueAt: { not: null } } });
  await db().$disconnect();
  console.log(
    `Mails that SendGrid accepted now: ${accepted}. Mails that still wait in ${database.description}: ${waiting}.`,
  );
} finally {
  await database.close();
}
