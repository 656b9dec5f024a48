import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { databaseEnv } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { noteServer, statementName } from "./kept-plan";
import { patientAdapter } from "./patient-adapter";

// `next dev` reloads modules.
const holder = globalThis as typeof globalThis & { shopDb?: PrismaClient };

export function db(): PrismaClient {
  holder.shopDb ??= connect();
  return holder.shopDb;
}

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = databaseEnv();
  const config = {
    connectionString: DATABASE_URL,
    max: DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    // A silent database must not hold requests.
    query_timeout: 5_000,
    onConnect: (client: ClientBase) => noteServer(client),
  };
  return new PrismaClient({
    adapter: patientAdapter(new PrismaPg(config, { statementNameGenerator: statementName })),
    transactionOptions: { maxWait: 12_000 },
    log: [],
  });
}

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
