type AddedWhere = {
  addedInSession?: string;
  addedInBrowser?: string | { in: string[] };
  addedAfterLogin?: string | { in: string[] };
  createdAt?: { gte: Date };
  OR?: AddedWhere[];
};

/** What is reported: browsers by key hash, sessions, and what they left behind. */
export type SuspectedAttacker = {
  userId: string;
  keyHashes: string[];
  sessionIds?: string[];
  /** Where they added passkeys or codes. Any passkey added after the first of these goes too. */
  added?: AddedWhere;
  /** By its `reportId`. */
  addedPasskey?: string;
  /** The passkeys they logged in with. */
  used?: string[];
  phone?: string;
  /** Since when they had access, if no session or browser is left to tell. */
  since?: Date;
};
