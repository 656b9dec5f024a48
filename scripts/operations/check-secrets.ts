// npm run secrets:check: what still needs an older secret of AUTH_SECRET, and when it may be removed. Changes nothing.
import { existsSync } from "node:fs";
import type { Dependent, SecretsReport } from "@/lib/auth/session/secret-rotation";
import { openConfiguredDatabase } from "@/scripts/database/configured-database";

const words: Record<Dependent["what"], string> = {
  sessions: "sessions with a cookie of an older secret",
  undo: "links that undo an email change",
  keep: "links that keep an account",
  stop: "links that stop a recovery",
  reports: 'logins, devices and passkeys with a link "This was not me"',
  codes: "unused recovery codes",
  counts: "counts of limits that began without the first secret",
  requests: "bot checks and passkey prompts under way",
};

if (existsSync(".env")) process.loadEnvFile(".env");
const database = await openConfiguredDatabase();
try {
  process.env.DATABASE_URL = database.url;
  const { checkSecrets } = await import("@/lib/auth/session/secret-rotation");
  const { db } = await import("@/lib/db/client");
  const { lines, isSafe } = tellSecrets(await checkSecrets().finally(() => db().$disconnect()));
  console.log(lines.join("\n"));
  process.exitCode = isSafe ? 0 : 1;
} finally {
  await database.close();
}

/** The lines to print, and whether the next step of the rotation may be taken. */
function tellSecrets({ ids, next, isUsed, otherLists, dependents }: SecretsReport, now = new Date()) {
  const isQuiet = isUsed && otherLists.length === 0;
  const lines = [`Secrets in AUTH_SECRET, by their ids: ${ids.join(", ")}. The first signs.`];
  if (!isUsed) lines.push("No instance has run with this list yet.");
  for (const { ids: list, lastUsedAt } of otherLists) {
    lines.push(`An instance ran with ${list.join(", ")} at ${write(lastUsedAt)}. Wait until all have the same list.`);
  }
  if (ids.length === 1) return { lines: [...lines, "There is no older secret to remove."], isSafe: isQuiet };
  for (const id of next) {
    lines.push(
      `${id} has signed nothing yet. ${isQuiet ? "All instances know it: put it first." : "Do not put it first yet."}`,
    );
  }
  if (next.length === ids.length - 1) return { lines, isSafe: isQuiet };
  for (const { what, count, until } of dependents) {
    const end = until === null ? "no end by themselves" : `the last ends ${write(until)}`;
    lines.push(`  ${count === null ? "" : `${count} `}${words[what]}: ${end}`);
  }
  const ends = dependents.flatMap(({ until }) => until?.getTime() ?? []);
  const codes = dependents.find(({ what }) => what === "codes");
  if (ends.length > 0) lines.push(`Keep the older secret until ${write(new Date(Math.max(...ends)))}.`);
  if (codes) {
    lines.push("The recovery codes stop working when you remove it. Their owners' account pages ask for new ones.");
  }
  const isSafe = isQuiet && dependents.length === 0;
  if (isSafe) lines.push(`On ${write(now)} nothing needs the older secret. Remove it.`);
  return { lines, isSafe };
}

function write(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
