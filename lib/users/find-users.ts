import { db } from "@/lib/db/client";

/** By username; unknown ids are left out. */
export async function findUsers(ids: string[]): Promise<{ id: string; username: string; email: string }[]> {
  return await db().user.findMany({
    where: { id: { in: ids } },
    orderBy: [{ usernameKey: "asc" }],
    select: { id: true, username: true, email: true },
  });
}
