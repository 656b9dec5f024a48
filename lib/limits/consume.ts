import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { count as countMetric } from "@/lib/telemetry/metrics";
import type { LimitCount, LimitKey, LimitStore, StoreName } from "./limit-store";
import { type Policy, type PolicyName, policies } from "./policies";
import { createPostgresStore } from "./postgres-store";

/** `subject` is in clear; stored as HMAC-SHA-256 only. */
export type Charge = { policy: PolicyName; subject: string };

export type Decision =
  /** `isSuspicious`: over a soft limit; `slowedBy` names each. */
  | { isAllowed: true; isSuspicious: boolean; slowedBy: StoredLimit[] }
  /** `policy`: the one closed longest, until `retryAt`. `isFirst`: this call crossed it, so audit once per window. */
  | { isAllowed: false; policy: PolicyName; subject: string; retryAt: Date; isFirst: boolean };

/** `subject` is the HMAC, or one by each secret in AUTH_SECRET with spaces between. */
export type StoredLimit = { policy: PolicyName; subject: string };

/** `endsAt`: end of the window, null if none is open. */
export type Use = { used: number; limit: number; endsAt: Date | null };

/** The store did not answer: callers must refuse. */
export class LimitsUnavailable extends Error {
  override name = "LimitsUnavailable";

  constructor(
    readonly store: StoreName,
    cause: unknown,
  ) {
    super(`The store of the limits (${store}) did not answer.`, { cause });
  }
}

/** Each operation throws LimitsUnavailable if the store does not answer. */
export function createLimits(openStore: () => Promise<LimitStore>) {
  return {
    /** Charges all limits, or none if one is full. A refusal does not prolong its window. */
    async consume(charges: Charge[]): Promise<Decision> {
      const keys = keysOf(charges);
      if (keys.length === 0) return { isAllowed: true, isSuspicious: false, slowedBy: [] };
      const counts = await ask((store) => store.charge(keys));
      const decision = decide(charges, keys, counts);
      if (!decision.isAllowed) countMetric("shop.limits.met", { policy: decision.policy });
      else for (const { policy } of decision.slowedBy) countMetric("shop.limits.slowed", { policy });
      return decision;
    },

    /** Never below 0. */
    async refund(charges: Charge[]): Promise<void> {
      const keys = keysOf(charges);
      if (keys.length > 0) await ask((store) => store.giveBack(keys));
    },

    async forget(charges: Charge[]): Promise<void> {
      const keys = keysOf(charges);
      if (keys.length > 0) await ask((store) => store.remove(keys));
    },

    /** `forget` and `refund` at once. A limit of 0 leaves nothing of a count. */
    async settle(forgotten: Charge[], refunded: Charge[]): Promise<void> {
      const gone = keysOf(forgotten).map((key) => ({ ...key, limit: 0 }));
      const keys = [...gone, ...keysOf(refunded)];
      if (keys.length > 0) await ask((store) => store.giveBack(keys));
    },

    async findClosed(limits: StoredLimit[]): Promise<(Date | null)[]> {
      const counts = await readStored(limits);
      return limits.map(({ policy }, index) => {
        const count = counts[index];
        return count && count.points >= policies[policy].limit ? count.endsAt : null;
      });
    },

    async release(limit: StoredLimit): Promise<void> {
      await ask((store) => store.remove(storedKeysOf(limit)));
    },

    /** Until when each asks for a bot check; null below the soft limit or if closed. */
    async findSlowed(limits: StoredLimit[]): Promise<(Date | null)[]> {
      const counts = await readStored(limits);
      return limits.map(({ policy }, index) => {
        const { limit, softLimit = limit }: Policy = policies[policy];
        const count = counts[index];
        return count && count.points >= softLimit && count.points < limit ? count.endsAt : null;
      });
    },

    /** In the same order; charges nothing. */
    async readUse(charges: Charge[]): Promise<Use[]> {
      const keys = keysOf(charges);
      const counts = await ask((store) => store.read(keys));
      return charges.map(({ policy }, index) => {
        const { limit } = policies[policy];
        const count = highest(ofCharge(counts, index));
        return { used: Math.min(count?.points ?? 0, limit), limit, endsAt: count?.endsAt ?? null };
      });
    },

    async exhaust(charge: Charge, seconds: number): Promise<void> {
      await ask((store) => Promise.all(keysOf([charge]).map((key) => store.fill(key, seconds))));
    },
  };

  async function readStored(limits: StoredLimit[]): Promise<(LimitCount | null)[]> {
    if (limits.length === 0) return [];
    const keys = limits.map(storedKeysOf);
    const counts = await ask((store) => store.read(keys.flat()));
    return keys.map((ofLimit) => highest(counts.splice(0, ofLimit.length)));
  }

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
    const count = highest(ofCharge(counts, index));
    if (count === null) throw new Error(`The limit ${policy} was not counted.`);
    const subject = subjectOf(ofCharge(keys, index));
    const { limit, softLimit }: Policy = policies[policy];
    if (softLimit !== undefined && count.points > softLimit) slowedBy.push({ policy, subject });
    if (count.points > limit && (refusal === null || count.endsAt > refusal.retryAt)) {
      refusal = { isAllowed: false, policy, subject, retryAt: count.endsAt, isFirst: count.points === limit + 1 };
    }
  }
  return refusal ?? { isAllowed: true, isSuspicious: slowedBy.length > 0, slowedBy };
}

/** Each charge counts by every secret in AUTH_SECRET, so that a rotation opens no new budget: the highest holds. */
function keysOf(charges: Charge[]): LimitKey[] {
  const keys = charges.flatMap((charge) => env().AUTH_SECRET.map((secret) => keyOf(charge, secret)));
  if (new Set(keys.map((key) => key.subject)).size < keys.length) {
    throw new Error("One call cannot charge the same limit twice.");
  }
  return keys;
}

/** Hashed with the policy, so that a person's rows cannot be joined. */
function keyOf({ policy, subject }: Charge, secret: string): LimitKey {
  const { limit, windowSeconds } = policies[policy];
  const hash = createHmac("sha256", secret).update(`limits\n${policy}\n${subject}`).digest("hex");
  return { policy, subject: hash, limit, windowSeconds };
}

function ofCharge<Item>(items: Item[], index: number): Item[] {
  const secrets = env().AUTH_SECRET.length;
  return items.slice(index * secrets, (index + 1) * secrets);
}

function highest(counts: (LimitCount | null)[]): LimitCount | null {
  return counts.reduce<LimitCount | null>(
    (most, count) => ((count?.points ?? 0) > (most?.points ?? 0) ? count : most),
    null,
  );
}

/** Sorted, so that instances with another order of the secrets name the same limit. */
function subjectOf(keys: LimitKey[]): string {
  return keys
    .map((key) => key.subject)
    .sort()
    .join(" ");
}

function storedKeysOf({ policy, subject }: StoredLimit): StoredLimit[] {
  return subject.split(" ").map((hash) => ({ policy, subject: hash }));
}

export const { consume, refund, forget, settle, exhaust, release, findClosed, findSlowed, readUse } =
  createLimits(chooseStore);

// `next dev` reloads modules; each reload would open a connection.
const holder = globalThis as typeof globalThis & { shopLimitStore?: Promise<LimitStore> };

/** Redis if REDIS_URL is set, else the database. */
export function chooseStore(): Promise<LimitStore> {
  holder.shopLimitStore ??= openStore(env().REDIS_URL);
  return holder.shopLimitStore;
}

async function openStore(redisUrl: string | undefined): Promise<LimitStore> {
  if (redisUrl === undefined) return createPostgresStore();
  const { createRedisStore } = await import("./redis-store");
  return createRedisStore(redisUrl);
}
