import { Prisma } from "./generated/client";

/**
 * The name of the unique index that a write ran into, or null for any other error.
 * Prisma's driver adapters report either the index or its columns; both end up in the text that is searched here.
 */
export function findViolatedUnique(error: unknown, indexes: readonly string[]): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return null;
  const report = JSON.stringify(error.meta ?? {});
  return indexes.find((index) => report.includes(index)) ?? null;
}
