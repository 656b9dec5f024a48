/** One count: which policy, about whom. */
export type LimitKey = {
  policy: string;
  /** HMAC of the subject; nothing in clear reaches a store. */
  subject: string;
  limit: number;
  windowSeconds: number;
};

/** A count by its name in the store. */
type StoredKey = Pick<LimitKey, "policy" | "subject">;

export type LimitCount = {
  /** With this charge: `limit + 1` for the first one too many, more for those after it. */
  points: number;
  endsAt: Date;
};

/**
 * Where counts live. All instances share it, and each method is atomic for each key.
 * A window begins with its first charge and is never made longer by others.
 * Methods reject with whatever the store's client throws.
 */
export type LimitStore = {
  name: StoreName;
  /**
   * Charges one to each key, and resolves to the counts in the same order. If any is over its limit, the charges of
   * those that are not are taken back.
   */
  charge(keys: LimitKey[]): Promise<LimitCount[]>;
  /** Takes one charge back from each key, never below 0. Refused charges beyond the limit go as well. */
  giveBack(keys: LimitKey[]): Promise<void>;
  /** Lets the counts start anew. */
  remove(keys: StoredKey[]): Promise<void>;
  /** Makes the count full for at least so many seconds from now. */
  fill(key: LimitKey, seconds: number): Promise<void>;
  /** The counts as they stand, in the same order, without charging; null where there is none or its window has ended. */
  read(keys: StoredKey[]): Promise<(LimitCount | null)[]>;
  /** Resolves if the store answers. */
  ping(): Promise<void>;
};

export type StoreName = "postgres" | "redis";
