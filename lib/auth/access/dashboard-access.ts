import { db } from "@/lib/db/client";

/**
 * What a session of staff lacks before it sees the dashboard. `CONFIRM_PASSKEY`: a passkey is there, and has confirmed
 * nothing in this session. `ADD_PASSKEY`: the account never had one. `PASSKEYS_LOST`: it had one and none works now.
 */
export type DashboardAccess = "OPEN" | "CONFIRM_PASSKEY" | "ADD_PASSKEY" | "PASSKEYS_LOST";

/** Reads it from the rows, so a passkey that was removed or reset closes the dashboard on the next request. */
export async function readDashboardAccess(sessionId: string): Promise<DashboardAccess> {
  const session = await db().session.findUnique({
    where: { id: sessionId },
    relationLoadStrategy: "join",
    select: {
      method: true,
      passkeyConfirmedAt: true,
      user: {
        select: {
          firstPasskeyAt: true,
          authenticators: { where: { cloneSuspectedAt: null }, take: 1, select: { credentialID: true } },
        },
      },
    },
  });
  if (session === null) return "CONFIRM_PASSKEY";
  const { authenticators, firstPasskeyAt } = session.user;
  if (authenticators.length === 0) return firstPasskeyAt === null ? "ADD_PASSKEY" : "PASSKEYS_LOST";
  return session.method === "PASSKEY" || session.passkeyConfirmedAt !== null ? "OPEN" : "CONFIRM_PASSKEY";
}
