import { Prisma } from "./generated/client";

// https://www.prisma.io/docs/orm/reference/error-reference: cannot reach, timed out, closed, pool exhausted.
const unavailableCodes = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028", "P2037"]);
const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH"]);
const poolMessages =
  /timeout exceeded when trying to connect|connection terminated|can't reach database server|query read timeout/i;

// https://www.postgresql.org/docs/current/errcodes-appendix.html: connection exceptions, shutting down or starting up,
// too many connections, a standby that cannot write.
const unavailableStates = /Code: `(?:08...|57P0[1-3]|53300|25006)`/;

/** Whether an error means that the database did not answer, as against an answer that we did not like. */
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

/**
 * The name of the unique index that a write ran into, or null for any other error.
 * Prisma's driver adapters report either the index or its columns; both end up in the text that is searched here.
 */
export function findViolatedUnique(error: unknown, indexes: readonly string[]): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return null;
  const report = JSON.stringify(error.meta ?? {});
  return indexes.find((index) => report.includes(index)) ?? null;
}
