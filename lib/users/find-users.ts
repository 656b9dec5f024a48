import { db } from "@/lib/db/client";

/** Who these users are, by their ids, in the order of their names. Ids of nobody are left out. */
export async function findUsers(ids: string[]): Promise<{ id: string; username: string; email: string }[]> {
  return await db().user.findMany({
    where: { id: { in: ids } },
    orderBy: [{ usernameKey: "asc" }],
    select: { id: true, username: true, email: true },
  });
}
