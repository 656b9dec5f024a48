import { fill } from "@/lib/i18n/fill";

/** `unchecked`: nobody can tell from here, so `mend` says where to look. */
type Severity = "error" | "warning" | "unchecked";
export type Advice = readonly [severity: Severity, what: string, why: string, mend: string];
export type Finding = { code: string; severity: Severity; what: string; why: string; mend: string };

/** Makes findings of a catalogue. `facts` fill its {places}; never a secret or a whole address. */
export function findingsOf<Code extends string>(catalogue: Record<Code, Advice>) {
  return (code: Code, facts: Record<string, string | number> = {}): Finding => {
    const [severity, ...sentences] = catalogue[code];
    const [what = "", why = "", mend = ""] = sentences.map((sentence) => fill(sentence, facts));
    return { code, severity, what, why, mend };
  };
}

/** What both the start and `npm run doctor` find. The codes never change; others may rely on them. */
export const finding = findingsOf({
  AUTH_SECRET_WEAK: [
    "error",
    "AUTH_SECRET is a text that can be guessed.",
    "Who guesses it can make a session of any user.",
    "Put what `openssl rand -base64 33` prints into AUTH_SECRET. Everybody logs in again.",
  ],
  LOCATION_DATABASE_UNREADABLE: [
    "warning",
    "The file of LOCATION_DATABASE cannot be read.",
    "The dashboard and the lists of sessions show no locations.",
    "Put a .mmdb file, such as GeoLite2 City, where LOCATION_DATABASE says, or remove the variable.",
  ],
  DATABASE_TOO_OLD: [
    "error",
    "The database is PostgreSQL {version}.",
    "The shop needs PostgreSQL 14 or newer.",
    "Move the data to a newer PostgreSQL, and put its address into DATABASE_URL.",
  ],
  DATABASE_READ_ONLY: [
    "error",
    "The database takes no writes.",
    "No code can be sent, and nobody can log in.",
    "Put the address of the primary into DATABASE_URL. This one is a standby or was set read-only.",
  ],
  DATABASE_ENCODING: [
    "error",
    "The database stores {encoding} instead of UTF-8.",
    "Names and products in some languages cannot be saved.",
    "Create the database with `ENCODING 'UTF8' TEMPLATE template0`, and move the data there.",
  ],
  DATABASE_RIGHTS: [
    "error",
    "The database's user may not read and write these tables: {tables}.",
    "Pages that need them fail.",
    "As the owner of the tables run `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO` that user.",
  ],
  DATABASE_SEARCH_SLOW: [
    "warning",
    "The extension pg_trgm, or the index that needs it, is missing.",
    "The dashboard's search reads the whole table of users. It is right, but slow.",
    "Run `CREATE EXTENSION pg_trgm` as a superuser, then the last statement of the migration 20261123000007_user_search.",
  ],
  DATABASE_POOL: [
    "error",
    "{instances} × DATABASE_POOL_SIZE ({pool}) is more than the {slots} connections that the database has.",
    "Under load the database refuses connections, and logins fail.",
    "Lower DATABASE_POOL_SIZE, raise max_connections, or put a pooler such as pgbouncer in between.",
  ],
  DATABASE_POOLED: [
    "unchecked",
    "A pooler stands between the shop and PostgreSQL.",
    "Its own settings decide how many connections there are.",
    "Compare its pool with DATABASE_POOL_SIZE × instances, and with max_connections.",
  ],
  DATABASE_NOT_ENCRYPTED: [
    "warning",
    "The connection to the database has no TLS, and its host is not in a private network.",
    "Others on the way can read and change sessions.",
    "Add `?sslmode=verify-full` to DATABASE_URL.",
  ],
  MIGRATIONS_PENDING: [
    "error",
    "The database lacks {count} migrations of this version; the first is {first}.",
    "Pages that need the new tables or columns fail.",
    "Run `npm run db:migrate` with the production DATABASE_URL.",
  ],
  MIGRATION_UNFINISHED: [
    "error",
    "The migration {name} was started and never finished.",
    "The database may be half changed, and no later migration is applied.",
    "Look at what it left, then run `npx prisma migrate resolve` with --applied or --rolled-back and its name.",
  ],
  MIGRATIONS_NEWER: [
    "warning",
    "The database has {count} migrations that this version does not know; the last is {last}.",
    "This version is older than the database, which is right only during a deployment or a rollback.",
    "Deploy the version that belongs to the database.",
  ],
  REDIS_TOO_OLD: [
    "error",
    "Redis is version {version}.",
    "The shop needs Redis 6.2 or newer to count limits.",
    "Upgrade Redis, or remove REDIS_URL so that PostgreSQL counts.",
  ],
  REDIS_EVICTS: [
    "error",
    "Redis has the maxmemory-policy {policy}.",
    "When memory runs out it forgets counts, and so lets attackers begin again.",
    "Run `CONFIG SET maxmemory-policy noeviction`, and set the same in redis.conf or at your host.",
  ],
  REDIS_READ_ONLY: [
    "error",
    "The Redis of REDIS_URL is a replica.",
    "It takes no writes, so nothing is sent or checked.",
    "Put the address of the primary into REDIS_URL.",
  ],
  REDIS_NOT_PERSISTENT: [
    "warning",
    "Redis keeps nothing on disk.",
    "A restart of Redis sets every limit back to zero.",
    "Run `CONFIG SET appendonly yes`, and set the same in redis.conf or at your host.",
  ],
  REDIS_NEARLY_FULL: [
    "warning",
    "Redis uses {percent} % of its maxmemory.",
    "When it is full it refuses writes, and nothing is sent or checked.",
    "Raise maxmemory, or give the shop a Redis of its own.",
  ],
  REDIS_PERSISTENCE_HIDDEN: [
    "unchecked",
    "This Redis does not tell whether it saves to disk.",
    "Without persistence a restart sets every limit back to zero.",
    "Look for persistence or append-only files in the settings of your host.",
  ],
  DAILY_JOB_LATE: [
    "warning",
    "The daily job last finished {when}.",
    "Old data is kept longer than the shop promises, and accounts whose owners asked for deletion stay.",
    "Run `npm run jobs:daily` now, and look at what should call /api/jobs/daily (docs/deployment.md).",
  ],
  EVENTS_FAIL: [
    "warning",
    "The receiver of EVENTS_WEBHOOK_URL has taken no event since {when} ({reason}).",
    "Later events wait. After a day the shop gives up the one that fails.",
    "Make the receiver answer 2xx within ten seconds. `npm run doctor -- --send-event` tries it.",
  ],
  MAILS_WAIT: [
    "warning",
    "{count} mails have waited in the outbox for more than an hour.",
    "People do not learn of changes to their accounts. After a day the shop gives these mails up.",
    "Look for sendgrid_mail_failed in the log. Where no process stays, call /api/jobs/daily more often.",
  ],
});
