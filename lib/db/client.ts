import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

// On globalThis, because `next dev` reloads modules and every reload would open another pool.
const holder = globalThis as typeof globalThis & { myshopDb?: PrismaClient };

/** The one Prisma client of this process, opened at first use. */
export function db(): PrismaClient {
  holder.myshopDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 3_000,
    }),
  });
  return holder.myshopDb;
}

/** What a use case needs of the client, inside a transaction or outside. */
export type Db = Pick<
  PrismaClient,
  Extract<
    keyof PrismaClient,
    "user" | "session" | "challenge" | "knownBrowser" | "auditEvent" | "$executeRaw" | "$queryRaw"
  >
>;
