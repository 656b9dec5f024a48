import { db } from "@/lib/db/client";

/** Whether a user has a passkey that was not closed (see `closeIfCloned`). */
export async function hasWorkingPasskey(userId: string): Promise<boolean> {
  const passkey = await db().authenticator.findFirst({
    where: { userId, cloneSuspectedAt: null },
    select: { credentialID: true },
  });
  return passkey !== null;
}
