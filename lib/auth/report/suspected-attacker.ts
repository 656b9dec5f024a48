/** Where and since when something was added: passkeys and recovery codes keep it in the same columns. */
type AddedWhere = {
  addedInSession?: string;
  addedInBrowser?: string | { in: string[] };
  addedAfterLogin?: string | { in: string[] };
  createdAt?: { gte: Date };
  OR?: AddedWhere[];
};

/** What is reported of a user: browsers by the hashes of their keys, sessions, and what they left behind. */
export type SuspectedAttacker = {
  userId: string;
  keyHashes: string[];
  sessionIds?: string[];
  /**
   * Where they may have added passkeys and made recovery codes. Whatever was added after the first of these passkeys
   * goes as well: one may have added another.
   */
  added?: AddedWhere;
  /** One passkey that they added, by its `reportId`. */
  addedPasskey?: string;
  /** The passkeys that they logged in with. */
  used?: string[];
  /** The number that they verified, where that is reported. */
  phone?: string;
  /** Since when they were in, where no session or browser of theirs is left to tell. */
  since?: Date;
};
