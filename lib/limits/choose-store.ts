import { env } from "@/lib/env";
import type { LimitStore } from "./limit-store";
import { createPostgresStore } from "./postgres-store";

// On globalThis, because `next dev` reloads modules and every reload would open another connection.
const holder = globalThis as typeof globalThis & { myshopLimitStore?: Promise<LimitStore> };

/** The store of this process: Redis if REDIS_URL is set, else the shop's own database. */
export function chooseStore(): Promise<LimitStore> {
  holder.myshopLimitStore ??= openStore(env().REDIS_URL);
  return holder.myshopLimitStore;
}

async function openStore(redisUrl: string | undefined): Promise<LimitStore> {
  if (redisUrl === undefined) return createPostgresStore();
  // Loaded only here: most shops have no Redis.
  const { createRedisStore } = await import("./redis-store");
  return createRedisStore(redisUrl);
}
