import { fail, ok, type Result } from "@/lib/result";
import type { AdminRefusal } from "./change-as-admin";

/** How many of those chosen were changed, how many stay as they were, and how many the admin could not get to. */
export type ChangedCounts = { changed: number; left: number; untried: number };

const ends: readonly string[] = ["NOT_ADMIN", "NO_PASSKEY", "PROOF_NEEDED"] satisfies AdminRefusal[];

/**
 * Makes the same change to each of these users, one after the other and each in a transaction of its own, so that one
 * who is gone does not keep the others from it. Stops where the admin may change nothing more; that is a refusal only
 * if nobody was changed before.
 */
export async function changeEach<Refusal extends string>(
  userIds: string[],
  change: (userId: string) => Promise<Result<unknown, Refusal | AdminRefusal>>,
): Promise<Result<ChangedCounts, AdminRefusal>> {
  let changed = 0;
  for (const [tried, userId] of userIds.entries()) {
    const result = await change(userId);
    if (result.ok) changed++;
    else if (ends.includes(result.error)) {
      if (changed === 0) return fail(result.error as AdminRefusal);
      return ok({ changed, left: tried - changed, untried: userIds.length - tried });
    }
  }
  return ok({ changed, left: userIds.length - changed, untried: 0 });
}
