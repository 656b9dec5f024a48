import { db } from "@/lib/db/client";

/** The user who may log in with an email (canonical form), or null: no account, or a disabled one. */
export async function findLoginUser(email: string): Promise<{ id: string } | null> {
  return await db().user.findUnique({ where: { email, disabledAt: null }, select: { id: true } });
}
