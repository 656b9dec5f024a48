import { db } from "@/lib/db/client";
import { hasFreshProof } from "@/lib/step-up/fresh-proof";
import { isLastAdmin } from "@/lib/users/is-last-admin";
import type { LiveSession } from "./session-store";

/** What decides whether a member may have the account deleted now, for the page before it; asked again by the act itself. */
export async function readDeletionStanding(session: LiveSession): Promise<{ isLastAdmin: boolean; isProven: boolean }> {
  const [isLast, isProven] = await Promise.all([
    isLastAdmin(db(), session.user.id),
    hasFreshProof(session.id, "delete-account"),
  ]);
  return { isLastAdmin: isLast, isProven };
}
