import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { connect } from "./connect";
import { type MigrationFile, matchesChecksum, readMigrationFiles } from "./migration-files";

export class MigrationProblem extends Error {
  override name = "MigrationProblem";
}

export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
/** That of `prisma migrate`, to exclude it too. */
const PRISMA_LOCK_ID = 72707369;
const LOCK_TIMEOUT_S = 60;
const LOCK_PAUSE_MS = 200;
/** In seconds; logins wait behind it, and the app gives up after five (lib/db/client.ts). */
const TABLE_TIMEOUT_S = 3;
const TABLE_TRIES = 9;
const PAUSE_BETWEEN_TRIES_MS = 3_000;

const CREATE_HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Applies missing migrations, each in a transaction if it can be, and gives their names. Shares Prisma's history. */
export async function applyMigrations(
  databaseUrl: string,
  onProgress: (line: string) => void = () => {},
  folder: string = migrationsFolder,
): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    await inLockedTransaction(client, async () => void (await client.query(CREATE_HISTORY)));
    const applied: string[] = [];
    // Looked at again under the lock.
    for (const file of await findMissing(client, readMigrationFiles(folder))) {
      const startedAt = Date.now();
      const index = concurrentIndex(file);
      const isNew =
        index === null
          ? await inLockedTransaction(client, () => applyOnce(client, file))
          : await buildIndexOnce(client, file, index);
      if (!isNew) continue;
      applied.push(file.name);
      onProgress(`Migration ${file.name} applied in ${Date.now() - startedAt} ms`);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** Held by the transaction, so it ends with a dead runner. */
async function inLockedTransaction<Value>(
  client: pg.Client,
  work: () => Promise<Value | MigrationProblem>,
): Promise<Value> {
  await takeLock(async () => {
    await client.query("BEGIN");
    const isTaken = await tryLock(client, "pg_try_advisory_xact_lock");
    if (!isTaken) await client.query("ROLLBACK");
    return isTaken;
  });
  try {
    const outcome = await work();
    await client.query("COMMIT");
    if (outcome instanceof MigrationProblem) throw outcome;
    return outcome;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Asks again and again, in no open transaction: an index that is built beside it would wait for that to end. */
async function takeLock(isTaken: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + LOCK_TIMEOUT_S * 1000;
  while (Date.now() < giveUpAt) {
    if (await isTaken()) return;
    await setTimeout(LOCK_PAUSE_MS);
  }
  throw new MigrationProblem(
    `Another process has been migrating this database for more than ${LOCK_TIMEOUT_S} seconds. Wait for it or stop it.`,
  );
}

async function tryLock(
  client: pg.Client,
  lock: "pg_try_advisory_xact_lock" | "pg_try_advisory_lock",
): Promise<boolean> {
  return (await client.query(`SELECT ${lock}($1) AS taken`, [PRISMA_LOCK_ID])).rows[0].taken;
}

async function applyOnce(client: pg.Client, file: MigrationFile): Promise<boolean | MigrationProblem> {
  if (await isApplied(client, file)) return false;

  const id = randomUUID();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, $4)",
    [id, file.checksum, file.name, new Date()],
  );
  try {
    await runPatiently(client, file.sql);
  } catch (error) {
    const reason = describeFailure(file, error);
    await client.query("UPDATE _prisma_migrations SET logs = $2, rolled_back_at = $3 WHERE id = $1", [
      id,
      reason,
      new Date(),
    ]);
    return new MigrationProblem(
      `${reason}\nNothing of it was kept. Correct the file or the data, then run \`npm run db:migrate\` again.`,
    );
  }
  await client.query("UPDATE _prisma_migrations SET finished_at = $2, applied_steps_count = 1 WHERE id = $1", [
    id,
    new Date(),
  ]);
  return true;
}

async function isApplied(client: pg.Client, file: MigrationFile): Promise<boolean> {
  return (await findMissing(client, [file])).length === 0;
}

/** Throws where the history and a file do not agree. */
async function findMissing(client: pg.Client, files: MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE migration_name = ANY($1) AND rolled_back_at IS NULL",
    [files.map(({ name }) => name)],
  );
  return files.filter((file) => {
    const recorded = rows.find(({ migration_name }) => migration_name === file.name);
    const problem = recorded && problemWithRecorded(file, recorded);
    if (problem !== undefined) throw problem;
    return recorded === undefined;
  });
}

/** The name of the index that the file builds without locking its table, or null. */
function concurrentIndex({ sql }: MigrationFile): string | null {
  const found = /^\s*CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?("\w+"|\w+)/im.exec(sql);
  return found?.[1] ?? null;
}

/**
 * PostgreSQL builds such an index outside a transaction, and leaves an invalid one behind where that breaks off. The
 * lock is the session's, so this needs a direct connection.
 */
async function buildIndexOnce(client: pg.Client, file: MigrationFile, index: string): Promise<boolean> {
  await takeLock(() => tryLock(client, "pg_try_advisory_lock"));
  try {
    if (await isApplied(client, file)) return false;
    const startedAt = new Date();
    const left = await client.query("SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid", [
      index,
    ]);
    if (left.rows.length > 0) await client.query(`DROP INDEX CONCURRENTLY ${index}`);
    await client.query(file.sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, $5, 1)",
      [randomUUID(), file.checksum, file.name, startedAt, new Date()],
    );
    return true;
  } catch (error) {
    if (error instanceof MigrationProblem) throw error;
    throw new MigrationProblem(
      `${describeFailure(file, error)}\nRun \`npm run db:migrate\` again once that is mended.`,
    );
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK_ID]).catch(() => {});
  }
}

/** Retries after a lock timeout, rolled back to a savepoint, so that waiting queries go first. */
async function runPatiently(client: pg.Client, sql: string): Promise<void> {
  await client.query("SAVEPOINT migration");
  for (let tried = 1; ; tried++) {
    try {
      await client.query(`SET LOCAL lock_timeout = '${TABLE_TIMEOUT_S}s'`);
      await client.query(sql);
      await client.query("SET LOCAL lock_timeout = DEFAULT");
      return;
    } catch (error) {
      await client.query("ROLLBACK TO SAVEPOINT migration");
      if (!isLockTimeout(error) || tried === TABLE_TRIES) throw error;
      await setTimeout(PAUSE_BETWEEN_TRIES_MS);
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "55P03";
}

function problemWithRecorded(
  file: MigrationFile,
  recorded: { checksum: string; finished_at: Date | null },
): MigrationProblem | undefined {
  if (recorded.finished_at === null) {
    return new MigrationProblem(
      `Migration ${file.name} was begun by \`prisma migrate\` and never finished. Look at what it left, then run \`npx prisma migrate resolve --applied ${file.name}\` or \`--rolled-back ${file.name}\`.`,
    );
  }
  if (!matchesChecksum(file, recorded.checksum)) {
    return new MigrationProblem(
      `prisma/migrations/${file.name}/migration.sql was edited after this database had applied it. Undo the edit and put the change into a new migration.`,
    );
  }
  return undefined;
}

function describeFailure(file: MigrationFile, error: unknown): string {
  if (isLockTimeout(error)) {
    return `Migration ${file.name} waited ${TABLE_TRIES} times for a table that another query holds. Find it in pg_stat_activity, or wait until it ends.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? "" : ` at line ${file.sql.slice(0, position).split("\n").length}`;
  return `Migration ${file.name} failed${line}: ${message}`;
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const databaseUrl = process.env.DIRECT_DATABASE_URL || process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new MigrationProblem("DATABASE_URL is missing: set it in the environment or in .env. See .env.example.");
  }
  const applied = await applyMigrations(databaseUrl, console.log);
  console.log(applied.length === 0 ? "The database is up to date." : `${applied.length} migrations applied.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    const isForDeveloper = error instanceof Error && error.name.endsWith("Problem");
    console.error(isForDeveloper ? error.message : error);
    process.exitCode = 1;
  });
}
