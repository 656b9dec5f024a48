import { Prisma } from "./generated/client";

const unavailableCodes = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028", "P2037"]);
const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH"]);
const poolMessages =
  /timeout exceeded when trying to connect|connection terminated|can't reach database server|query read timeout|server has closed the connection|operation has timed out|too many database connections/i;

// postgresql.org/docs/current/errcodes-appendix.html: connection, shutdown, too many connections, standby.
const unavailableStates = /Code: `(?:08...|57P0[1-3]|53300|25006)`/;

export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (unavailableCodes.has(code) || networkCodes.has(code)) return true;
  return (
    poolMessages.test(error.message) ||
    unavailableStates.test(error.message) ||
    ("cause" in error && isDatabaseUnavailable(error.cause))
  );
}

/** The violated index, or null. Driver adapters report the index or its columns. */
export function findViolatedUnique(error: unknown, indexes: readonly string[]): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return null;
  const report = JSON.stringify(error.meta ?? {});
  return indexes.find((index) => report.includes(index)) ?? null;
}
