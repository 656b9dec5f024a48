import { db } from "@/lib/db/client";

/** A passkey as its owner sees it. */
export type PasskeyView = {
  id: string;
  /** What its owner calls it; null for one that was never named. */
  name: string | null;
  createdAt: Date;
  /** The browser that it was made in, by its User-Agent header; null where none was kept. */
  addedUserAgent: string | null;
  lastUsedAt: Date | null;
  /** The device keeps a copy elsewhere, so that it survives the device. */
  isSynced: boolean;
  /** It opens nothing any more, see `closeIfCloned`. */
  isClosed: boolean;
};

/** The passkeys of a user, the oldest first. */
export async function listPasskeys(userId: string): Promise<PasskeyView[]> {
  const rows = await db().authenticator.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { credentialID: "asc" }],
    select: {
      credentialID: true,
      name: true,
      createdAt: true,
      addedUserAgent: true,
      lastUsedAt: true,
      credentialBackedUp: true,
      cloneSuspectedAt: true,
    },
  });
  return rows.map((row) => ({
    id: row.credentialID,
    name: row.name,
    createdAt: row.createdAt,
    addedUserAgent: row.addedUserAgent,
    lastUsedAt: row.lastUsedAt,
    isSynced: row.credentialBackedUp,
    isClosed: row.cloneSuspectedAt !== null,
  }));
}
