import { z } from "zod";
import { db } from "@/lib/db/client";
import { canonicalEmail } from "@/lib/identifier";
import { readTyped } from "@/lib/typed-text";
import { usernameKey } from "@/lib/users/username";
import type { AuditPerson } from "./name-audit-people";

const id = z.guid();

/**
 * The person that staff typed: by id, or by the whole username or email of a user. An id needs no user, since the trail
 * outlives users. Null where nobody is called so.
 */
export async function findAuditPerson(typed: string): Promise<AuditPerson | null> {
  const text = readTyped(typed);
  if (id.safeParse(text).success) {
    const user = await db().user.findUnique({ where: { id: text.toLowerCase() }, select: { username: true } });
    return { id: text.toLowerCase(), username: user?.username ?? null };
  }
  const email = canonicalEmail(typed);
  // PostgreSQL has no NUL and no half of a surrogate pair in texts.
  if (email === null && (text === "" || /\p{Cc}|\p{Cs}/u.test(text))) return null;
  const where = email === null ? { usernameKey: usernameKey(text) } : { email };
  return await db().user.findUnique({ where, select: { id: true, username: true } });
}
