import { z } from "zod";
import type { LimitKey, LimitStore } from "./limit-store";
import { keepRedisConnection } from "./redis-connection";

const countsSchema = z.array(z.tuple([z.number(), z.number()]));

/**
 * Counts in Redis 6.2 or newer: one script for a charge of any number of keys. `url` is redis:// or rediss:// and is
 * never logged. Redis must not evict keys (`maxmemory-policy noeviction`, its default): an evicted count is a limit
 * that starts anew.
 */
export function createRedisStore(url: string): LimitStore {
  const ask = keepRedisConnection(url);

  return {
    name: "redis",

    async charge(keys) {
      const limits = keys.flatMap(({ limit, windowSeconds }) => [limit, windowSeconds * 1000]);
      const reply = await ask((client) => client.chargeLimits(keys.map(redisKey), limits));
      const counts = countsSchema.length(keys.length).parse(reply);
      return counts.map(([points, end]) => ({ points, endsAt: new Date(end) }));
    },

    async giveBack(keys) {
      const limits = keys.map(({ limit }) => limit);
      await ask((client) => client.giveBackLimits(keys.map(redisKey), limits));
    },

    async remove(keys) {
      await ask((client) => client.del(keys.map(redisKey)));
    },

    async fill(key, seconds) {
      await ask((client) => client.fillLimits([redisKey(key)], [key.limit, seconds * 1000]));
    },

    async read(keys) {
      const replies = await ask((client) =>
        Promise.all(keys.map((key) => client.hmGet(redisKey(key), ["points", "end"]))),
      );
      return replies.map(([points, end]) => {
        const endsAt = new Date(Number(end ?? 0));
        return points && endsAt.getTime() > Date.now() ? { points: Number(points), endsAt } : null;
      });
    },

    async ping() {
      // A replica answers PING, and refuses every charge.
      await ask((client) => client.set("myshop:{limits}:ping", "1", { expiration: { type: "EX", value: 60 } }));
    },
  };
}

/** The braces keep all keys on one node of a cluster, as a script demands. */
function redisKey({ policy, subject }: Pick<LimitKey, "policy" | "subject">): string {
  return `myshop:{limits}:${policy}:${subject}`;
}
