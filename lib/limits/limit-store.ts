export type LimitKey = {
  policy: string;
  /** An HMAC; nothing in clear reaches a store. */
  subject: string;
  limit: number;
  windowSeconds: number;
};

type StoredKey = Pick<LimitKey, "policy" | "subject">;

export type LimitCount = {
  /** `limit + 1` for the first refused charge. */
  points: number;
  endsAt: Date;
};

/** Shared by all instances, atomic per key; a window starts with its first charge. Rejects with client errors. */
export type LimitStore = {
  name: StoreName;
  /** Counts in the same order. If one is over its limit, the others are taken back. */
  charge(keys: LimitKey[]): Promise<LimitCount[]>;
  /** Never below 0; drops refused charges too. */
  giveBack(keys: LimitKey[]): Promise<void>;
  remove(keys: StoredKey[]): Promise<void>;
  fill(key: LimitKey, seconds: number): Promise<void>;
  /** In the same order; null where no window is open. */
  read(keys: StoredKey[]): Promise<(LimitCount | null)[]>;
  ping(): Promise<void>;
};

export type StoreName = "postgres" | "redis";
