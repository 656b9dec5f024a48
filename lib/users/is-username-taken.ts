import { db } from "@/lib/db/client";
import { usernameKey } from "./username";

/** Whether somebody already has this username, in any letter case. Usernames are public, so this may be told. */
export async function isUsernameTaken(username: string): Promise<boolean> {
  const owner = await db().user.findUnique({ where: { usernameKey: usernameKey(username) }, select: { id: true } });
  return owner !== null;
}
