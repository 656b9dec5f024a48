import { renameCharge } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { LiveSession } from "@/lib/auth/session/session-store";
import type { Visitor } from "@/lib/http/visitor";
import { renamePasskey } from "@/lib/passkeys/rename-passkey";

/**
 * Gives a passkey of this session's user another name; false if the user has no such passkey. The name is checked
 * already. Throws TooManyRequests: each new name is an entry of the audit trail.
 */
export async function renameOwnPasskey(
  session: LiveSession,
  passkey: { id: string; name: string },
  visitor: Visitor,
): Promise<boolean> {
  await chargeOrRefuse([renameCharge(session.id)], null, visitor);
  return await renamePasskey(session.user, passkey, visitor);
}
