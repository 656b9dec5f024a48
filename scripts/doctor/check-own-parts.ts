import { statSync } from "node:fs";
import pg from "pg";
import { type AppliedMigration, type Ask, checkDatabase } from "@/lib/checks/check-database";
import { checkRedis } from "@/lib/checks/check-redis";
import { checkRecords, checkSettings } from "@/lib/checks/find-at-start";
import type { Finding } from "@/lib/checks/findings";
import { db } from "@/lib/db/client";
import { type Env, type EnvProblem, envNames } from "@/lib/env";
import { migrationsFolder } from "@/prisma/migrate";
import { matchesChecksum, readMigrationFiles } from "@/prisma/migration-files";
import { shopFinding } from "./shop-findings";

const patienceMs = 4_000;

/** Prefixes that no other program uses in this shop's environment. */
const ownPrefixes = /^(?:TWILIO|SENDGRID|TURNSTILE|EVENTS|ALARM|APP|LOGIN|SMS|DAILY|TRUSTED|RESERVED|LOCATION)_/;
/** Not the shop's, but its tools'. */
const toolNames = ["SENDGRID_SETUP_KEY"];

/** What the start would refuse, and what is unwise. `envFile` is looked at if it exists. */
export async function checkEnvironment(
  source: NodeJS.Dict<string>,
  { settings, problems }: { settings: Partial<Env>; problems: EnvProblem[] },
  envFile: string,
): Promise<Finding[]> {
  const known = [...envNames, ...toolNames];
  const unknown = Object.keys(source).filter((name) => ownPrefixes.test(name) && !known.includes(name));
  const mode = statSync(envFile, { throwIfNoEntry: false })?.mode ?? 0;
  return [
    ...problems.map(({ name, problem }) =>
      shopFinding(problem.startsWith("is missing") ? "ENV_MISSING" : "ENV_INVALID", { name, problem }),
    ),
    ...unknown.map((name) => shopFinding("ENV_UNKNOWN", { name })),
    ...((mode & 0o077) === 0 ? [] : [shopFinding("ENV_FILE_OPEN", { mode: (mode & 0o777).toString(8) })]),
    ...(await checkSettings(settings)),
  ];
}

/** The server, then its rows if it can be read. */
export async function checkOwnDatabase(options: {
  url: string;
  poolSize: number;
  instances: number;
  hasStream: boolean;
}) {
  const client = new pg.Client({
    connectionString: options.url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  try {
    await client.connect();
  } catch (error) {
    return { findings: [whyNoDatabase(error)], clocks: [] };
  }
  try {
    const ask: Ask = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
    const sentAt = Date.now();
    const { findings, now, migrations } = await checkDatabase(ask, options);
    const clock = measureClock("database", now, sentAt);
    findings.push(...findEdited(migrations));
    const isWhole = !findings.some(({ code }) => code.startsWith("MIGRATION") || code === "DATABASE_RIGHTS");
    if (isWhole) findings.push(...(await checkRecords(options.hasStream)), ...(await checkPeople()));
    return { findings, clocks: clock === null ? [] : ([clock] satisfies Clock[]) };
  } finally {
    await Promise.allSettled([client.end(), db().$disconnect()]);
  }
}

function whyNoDatabase(error: unknown): Finding {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = String((cause as { code?: unknown }).code ?? "no answer");
  // postgresql.org/docs/current/errcodes-appendix.html
  if (/^28/.test(code)) return shopFinding("DATABASE_REFUSED");
  return code === "3D000" ? shopFinding("DATABASE_UNKNOWN") : shopFinding("DATABASE_UNREACHABLE", { reason: code });
}

function findEdited(applied: AppliedMigration[]): Finding[] {
  const files = new Map(readMigrationFiles(migrationsFolder).map((file) => [file.name, file]));
  return applied.flatMap(({ name, checksum, isFinished }) => {
    const file = files.get(name);
    const isEdited = isFinished && file !== undefined && !matchesChecksum(file, checksum);
    return isEdited ? [shopFinding("MIGRATION_EDITED", { name })] : [];
  });
}

async function checkPeople(): Promise<Finding[]> {
  const active = { role: "ADMIN", disabledAt: null, deletionAskedAt: null } as const;
  const [admins, withPasskey, products] = await Promise.all([
    db().user.count({ where: active }),
    db().user.count({ where: { ...active, authenticators: { some: { cloneSuspectedAt: null } } } }),
    db().product.count(),
  ]);
  const findings = products === 0 ? [shopFinding("CATALOGUE_EMPTY")] : [];
  if (admins === 0) findings.push(shopFinding("ADMIN_MISSING"));
  else if (withPasskey === 0) findings.push(shopFinding("ADMIN_WITHOUT_PASSKEY"));
  return findings;
}

/** What is wrong with Redis, or why it does not let us in. */
export async function checkOwnRedis(url: string): Promise<Finding[]> {
  try {
    return await checkRedis(url);
  } catch (error) {
    const isRefusal = error instanceof Error && /WRONGPASS|NOAUTH|NOPERM|without any password/.test(error.message);
    return [shopFinding(isRefusal ? "REDIS_REFUSED" : "REDIS_UNREACHABLE")];
  }
}

/** `aheadMs`: how far this clock is ahead of this machine's. */
export type Clock = { who: "shop" | "database" | "provider"; aheadMs: number };

/** Webhook signatures allow five minutes, proxies and caches less. In ms. */
const toleratedMs = 30_000;

/** By a time that was read between `sentAt` and now; null if it is none. */
export function measureClock(who: Clock["who"], time: string | Date | null, sentAt: number): Clock | null {
  const at = new Date(time ?? Number.NaN).getTime();
  return Number.isNaN(at) ? null : { who, aheadMs: at - (sentAt + Date.now()) / 2 };
}

/** By the Date header, which every HTTP answer has (RFC 9110, 6.6.1). Null without an answer. */
export async function readProviderClock(url: string): Promise<Clock | null> {
  const sentAt = Date.now();
  try {
    const signal = AbortSignal.timeout(5_000);
    const response = await fetch(url, { method: "HEAD", redirect: "manual", signal });
    return measureClock("provider", response.headers.get("date"), sentAt);
  } catch {
    return null;
  }
}

/** Compares all clocks with the providers', or else with the shop's. */
export function judgeClocks(clocks: Clock[]): Finding[] {
  const reference = clocks.find(({ who }) => who === "provider") ?? clocks.find(({ who }) => who === "shop");
  if (reference === undefined) return [];
  const codes = { shop: "CLOCK_SHOP", database: "CLOCK_DATABASE", provider: null } as const;
  const findings = clocks.flatMap(({ who, aheadMs }) => {
    const seconds = Math.round((aheadMs - reference.aheadMs) / 1_000);
    const code = codes[who];
    return code === null || isTolerated(seconds) ? [] : [shopFinding(code, inWords(seconds))];
  });
  const ownSeconds = Math.round(-reference.aheadMs / 1_000);
  return isTolerated(ownSeconds) ? findings : [...findings, shopFinding("CLOCK_HERE", inWords(ownSeconds))];
}

function isTolerated(seconds: number): boolean {
  return Math.abs(seconds) * 1_000 <= toleratedMs;
}

function inWords(seconds: number): Record<string, string | number> {
  return { seconds: Math.abs(seconds), direction: seconds > 0 ? "ahead" : "behind" };
}
