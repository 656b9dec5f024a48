import type { Transaction } from "@/lib/db/client";

/** What is left of a browser whose row is gone: whose it was, the hash of its key, and since when it did harm. */
export type GoneBrowser = { userId: string; email: string; keyHash: string; at: Date };

/**
 * A browser that is not known any more, by the recovery codes that were made or used in it: they outlive it, and whoever
 * has one has the list. So the mails about them must end it also after a log out everywhere, which deletes the browser's
 * row. `id` is that row's. Null if no such code is left.
 */
export async function findGoneBrowser(
  database: Pick<Transaction, "recoveryCode">,
  id: string,
): Promise<GoneBrowser | null> {
  const user = { select: { email: true } };
  const made = await database.recoveryCode.findFirst({
    where: { addedInBrowserId: id },
    select: { userId: true, addedInBrowser: true, createdAt: true, user },
  });
  if (made?.addedInBrowser) {
    return { userId: made.userId, email: made.user.email, keyHash: made.addedInBrowser, at: made.createdAt };
  }
  const used = await database.recoveryCode.findFirst({
    where: { usedInBrowserId: id },
    orderBy: { usedAt: "asc" },
    select: { userId: true, usedInBrowser: true, usedAt: true, user },
  });
  if (!used?.usedInBrowser || used.usedAt === null) return null;
  return { userId: used.userId, email: used.user.email, keyHash: used.usedInBrowser, at: used.usedAt };
}
