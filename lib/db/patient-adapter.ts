import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { waitOutRestarts } from "@/lib/wait-out-restart";

/** Waits out a restart of the database (docs/decisions/restarts-are-waited-out.md). */
export function patientAdapter(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect: async () => bePatient(await factory.connect()) };
}

function bePatient(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const waitOut = waitOutRestarts();
  const isSafe =
    ({ sql }: SqlQuery) =>
    (error: unknown) =>
      isRead(sql) ? isBroken(error) : isUnasked(error);
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => waitOut(() => adapter.queryRaw(query), isSafe(query)),
    executeRaw: (query) => waitOut(() => adapter.executeRaw(query), isSafe(query)),
    startTransaction: (level) => waitOut(() => adapter.startTransaction(level), isBroken),
    executeScript: (script) => adapter.executeScript(script),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

function isRead(sql: string): boolean {
  return /^\s*(?:\/\*.*?\*\/\s*)?SELECT\b/i.test(sql) && !/\bFOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b/i.test(sql);
}

/** No connection to the server, or pgbouncer had none to give. */
function isUnasked(error: unknown): boolean {
  const { kind, originalCode, originalMessage } = causeOf(error);
  return (
    kind === "DatabaseNotReachable" ||
    originalCode === "57P03" ||
    /query_wait_timeout|server_login_retry/.test(originalMessage ?? "")
  );
}

/** The connection ended. The database may have done what it was asked. */
function isBroken(error: unknown): boolean {
  const { kind, originalCode } = causeOf(error);
  return (
    isUnasked(error) ||
    kind === "ConnectionClosed" ||
    /^(?:080..|57P0[12])$/.test(originalCode ?? "") ||
    (error instanceof Error && /^connection terminated/i.test(error.message))
  );
}

type Cause = { kind?: string; originalCode?: string; originalMessage?: string };

function causeOf(error: unknown): Cause {
  return error instanceof Error && typeof error.cause === "object" ? ((error.cause ?? {}) as Cause) : {};
}
