import { migrationNames } from "@/lib/db/generated/migrations";
import { isOwnNetwork } from "@/lib/hosts";
import { type Finding, finding } from "./findings";

/** One statement without parameters, over whatever connection the caller has. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

export type AppliedMigration = { name: string; checksum: string; isFinished: boolean };

type Facts = {
  version: number;
  isReadOnly: boolean;
  encoding: string;
  slots: number;
  port: number | null;
  isEncrypted: boolean | null;
  hasSearchIndex: boolean;
  hasHistory: boolean;
  now: Date;
};

const oldestVersion = 140_000;

/** What is wrong with the database, and its clock. `instances`: how many processes open a pool each. */
export async function checkDatabase(
  ask: Ask,
  { url, poolSize, instances }: { url: string; poolSize: number; instances: number },
): Promise<{ findings: Finding[]; now: Date; migrations: AppliedMigration[] }> {
  const [facts] = await ask<Facts>(factsSql);
  if (facts === undefined) throw new Error("The database answered without a row.");
  const tables = await ask<{ name: string; isHistory: boolean }>(tablesWithoutRightsSql);
  const mayReadHistory = facts.hasHistory && !tables.some(({ isHistory }) => isHistory);
  const migrations = mayReadHistory ? await ask<AppliedMigration>(migrationsSql) : [];

  const findings: Finding[] = [];
  if (facts.version < oldestVersion)
    findings.push(finding("DATABASE_TOO_OLD", { version: Math.floor(facts.version / 10_000) }));
  if (facts.isReadOnly) findings.push(finding("DATABASE_READ_ONLY"));
  if (facts.encoding !== "UTF8") findings.push(finding("DATABASE_ENCODING", { encoding: facts.encoding }));
  if (facts.isEncrypted === false && !isOwnHost(url)) findings.push(finding("DATABASE_NOT_ENCRYPTED"));
  if (tables.length > 0)
    findings.push(finding("DATABASE_RIGHTS", { tables: tables.map(({ name }) => name).join(", ") }));
  if (mayReadHistory || !facts.hasHistory) findings.push(...judgeMigrations(migrations));
  const isMigrated = migrations.length > 0;
  if (isMigrated && !facts.hasSearchIndex) findings.push(finding("DATABASE_SEARCH_SLOW"));
  if (facts.port !== null && facts.port !== portOf(url)) findings.push(finding("DATABASE_POOLED"));
  else if (poolSize * instances > facts.slots)
    findings.push(finding("DATABASE_POOL", { pool: poolSize, instances, slots: facts.slots }));
  return { findings, now: new Date(facts.now), migrations };
}

/** In order; those that this version needs and the database has not finished. */
function pendingMigrations(applied: Pick<AppliedMigration, "name" | "isFinished">[]): string[] {
  const finished = new Set(applied.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return migrationNames.filter((name) => !finished.has(name));
}

function judgeMigrations(applied: AppliedMigration[]): Finding[] {
  const unfinished = applied.filter(({ isFinished }) => !isFinished);
  if (unfinished.length > 0) return unfinished.map(({ name }) => finding("MIGRATION_UNFINISHED", { name }));
  const pending = pendingMigrations(applied);
  const [first] = pending;
  if (first !== undefined) return [finding("MIGRATIONS_PENDING", { count: pending.length, first })];
  const newer = applied.map(({ name }) => name).filter((name) => !migrationNames.includes(name));
  const last = newer.sort().at(-1);
  return last === undefined ? [] : [finding("MIGRATIONS_NEWER", { count: newer.length, last })];
}

function isOwnHost(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? hostname;
  return host === "" || host.startsWith("/") || isOwnNetwork(host);
}

function portOf(url: string): number {
  return Number(new URL(url).port || 5432);
}

const factsSql = `
  SELECT current_setting('server_version_num')::int AS "version",
    current_setting('transaction_read_only')::bool AS "isReadOnly",
    current_setting('server_encoding') AS "encoding",
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS "slots",
    inet_server_port() AS "port",
    (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS "isEncrypted",
    to_regclass('"User_search_idx"') IS NOT NULL AS "hasSearchIndex",
    to_regclass('_prisma_migrations') IS NOT NULL AS "hasHistory",
    clock_timestamp() AS "now"`;

// The history is only read; the audit trail is never updated.
const tablesWithoutRightsSql = `
  SELECT relname::text AS "name", relname = '_prisma_migrations' AS "isHistory" FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND NOT (
    has_table_privilege(oid, 'SELECT') AND (relname = '_prisma_migrations' OR (
      has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'DELETE')
      AND (relname = 'AuditEvent' OR has_table_privilege(oid, 'UPDATE'))
    ))
  ) ORDER BY 1`;

const migrationsSql = `
  SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "isFinished"
  FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1`;
