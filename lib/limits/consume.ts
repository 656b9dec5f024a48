import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import type { LimitCount, LimitKey, LimitStore, StoreName } from "./limit-store";
import { type Policy, type PolicyName, policies } from "./policies";
import { createPostgresStore } from "./postgres-store";

/** `subject` in clear: it is stored only as HMAC-SHA-256 with AUTH_SECRET. */
export type Charge = { policy: PolicyName; subject: string };

export type Decision =
  /** `isSuspicious`: some charge went over its soft limit; `slowedBy` names each of those, as the store knows it. */
  | { isAllowed: true; isSuspicious: boolean; slowedBy: StoredLimit[] }
  /**
   * `policy` is the one in the way for longest, until `retryAt`; `subject` is whom it counts there, as the store knows
   * it. `isFirst`: it was crossed by this very call, so whoever writes it down does so once per window.
   */
  | { isAllowed: false; policy: PolicyName; subject: string; retryAt: Date; isFirst: boolean };

/** A count as the store names it: `subject` is the HMAC, from a Decision. */
export type StoredLimit = { policy: PolicyName; subject: string };

/** How much of a limit is used, refused calls not counted; `endsAt` is when its window ends, null while none is open. */
export type Use = { used: number; limit: number; endsAt: Date | null };

/** The store of the limits did not answer. Nobody may go on as if it had: sending and checking stay closed. */
export class LimitsUnavailable extends Error {
  override name = "LimitsUnavailable";

  constructor(
    readonly store: StoreName,
    cause: unknown,
  ) {
    super(`The store of the limits (${store}) did not answer.`, { cause });
  }
}

/** The limits on one store. Each operation throws LimitsUnavailable if the store does not answer: the caller stays closed. */
export function createLimits(openStore: () => Promise<LimitStore>) {
  return {
    /**
     * Charges one to each limit, or to none: a refused call costs nothing but the refusal that it adds to what is full.
     * A full limit opens when its window ends; asking meanwhile does not put that off.
     */
    async consume(charges: Charge[]): Promise<Decision> {
      const keys = keysOf(charges);
      if (keys.length === 0) return { isAllowed: true, isSuspicious: false, slowedBy: [] };
      const counts = await ask((store) => store.charge(keys));
      return decide(charges, keys, counts);
    },

    /** Takes one charge back from each limit, never below 0. For what was charged and then not done. */
    async refund(charges: Charge[]): Promise<void> {
      const keys = keysOf(charges);
      if (keys.length > 0) await ask((store) => store.giveBack(keys));
    },

    /** Lets the counts start again, as after a success. */
    async forget(charges: Charge[]): Promise<void> {
      const keys = keysOf(charges);
      if (keys.length > 0) await ask((store) => store.remove(keys));
    },

    /** Until when each of these limits is closed, null where it is open. */
    async findClosed(limits: StoredLimit[]): Promise<(Date | null)[]> {
      if (limits.length === 0) return [];
      const counts = await ask((store) => store.read(limits));
      return limits.map(({ policy }, index) => {
        const count = counts[index];
        return count && count.points >= policies[policy].limit ? count.endsAt : null;
      });
    },

    /** Lets a count start again that only its name in the store is known of, as an admin releases it. */
    async release(limit: StoredLimit): Promise<void> {
      await ask((store) => store.remove([limit]));
    },

    /**
     * Until when each of these limits asks for a proof first, null where it does not: it is below its soft limit, or
     * closed.
     */
    async findSlowed(limits: StoredLimit[]): Promise<(Date | null)[]> {
      if (limits.length === 0) return [];
      const counts = await ask((store) => store.read(limits));
      return limits.map(({ policy }, index) => {
        const { limit, softLimit = limit }: Policy = policies[policy];
        const count = counts[index];
        return count && count.points >= softLimit && count.points < limit ? count.endsAt : null;
      });
    },

    /** How much of each limit is used now, in the same order, charging nothing. */
    async readUse(charges: Charge[]): Promise<Use[]> {
      const keys = keysOf(charges);
      const counts = await ask((store) => store.read(keys));
      return keys.map(({ limit }, index) => {
        const count = counts[index];
        return { used: Math.min(count?.points ?? 0, limit), limit, endsAt: count?.endsAt ?? null };
      });
    },

    /** Makes a limit full at once, for at least so many seconds. */
    async exhaust(charge: Charge, seconds: number): Promise<void> {
      await ask((store) => store.fill(keyOf(charge), seconds));
    },
  };

  async function ask<Answer>(question: (store: LimitStore) => Promise<Answer>): Promise<Answer> {
    const store = await openStore();
    try {
      return await question(store);
    } catch (error) {
      throw new LimitsUnavailable(store.name, error);
    }
  }
}

function decide(charges: Charge[], keys: LimitKey[], counts: LimitCount[]): Decision {
  const slowedBy: StoredLimit[] = [];
  let refusal: (Decision & { isAllowed: false }) | null = null;
  for (const [index, { policy }] of charges.entries()) {
    const count = counts[index];
    const key = keys[index];
    if (count === undefined || key === undefined) throw new Error(`The limit ${policy} was not counted.`);
    const { softLimit }: Policy = policies[policy];
    if (softLimit !== undefined && count.points > softLimit) slowedBy.push({ policy, subject: key.subject });
    if (count.points > key.limit && (refusal === null || count.endsAt > refusal.retryAt)) {
      const isFirst = count.points === key.limit + 1;
      refusal = { isAllowed: false, policy, subject: key.subject, retryAt: count.endsAt, isFirst };
    }
  }
  return refusal ?? { isAllowed: true, isSuspicious: slowedBy.length > 0, slowedBy };
}

function keysOf(charges: Charge[]): LimitKey[] {
  const keys = charges.map(keyOf);
  if (new Set(keys.map((key) => key.subject)).size < keys.length) {
    throw new Error("One call cannot charge the same limit twice.");
  }
  return keys;
}

/** The policy is part of what is hashed: the rows of one person cannot be joined. */
function keyOf({ policy, subject }: Charge): LimitKey {
  const { limit, windowSeconds } = policies[policy];
  const hash = createHmac("sha256", env().AUTH_SECRET).update(`limits\n${policy}\n${subject}`).digest("hex");
  return { policy, subject: hash, limit, windowSeconds };
}

/** The limits of this process, on the store that it uses. */
export const { consume, refund, forget, exhaust, release, findClosed, findSlowed, readUse } = createLimits(chooseStore);

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
