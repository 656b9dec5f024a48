import { PrismaPg } from "@prisma/adapter-pg";
import { databaseEnv } from "@/lib/env";
import { PrismaClient } from "./generated/client";

// On globalThis, because `next dev` reloads modules and every reload would open another pool.
const holder = globalThis as typeof globalThis & { myshopDb?: PrismaClient };

/** The one Prisma client of this process, opened at first use. */
export function db(): PrismaClient {
  holder.myshopDb ??= connect();
  return holder.myshopDb;
}

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = databaseEnv();
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: DATABASE_URL,
      max: DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 3_000,
      // A database that takes connections and then says nothing must not hold requests for good.
      query_timeout: 5_000,
    }),
    // A transaction may wait as long to begin as a query for its answer; Prisma gives up after two seconds.
    transactionOptions: { maxWait: 5_000 },
    log: [],
  });
}

/** What a use case is given inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
