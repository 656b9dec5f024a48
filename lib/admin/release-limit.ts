import { type StoredLimit, release } from "@/lib/limits/consume";
import { ok, type Result } from "@/lib/result";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "./change-as-admin";
import { listClosedLimits } from "./list-closed-limits";

/**
 * Opens one limit for whom it is closed: its count begins anew. Other limits that the same person has run into stay
 * closed. The trail is written first, since the counts may be in Redis: where they do not answer after it, the limit is
 * closed still, and releasing it again is safe. Throws LimitsUnavailable.
 */
export async function releaseLimit(
  admin: ActingAdmin,
  { policy, subject }: StoredLimit,
): Promise<Result<null, AdminRefusal>> {
  const closed = await findClosedLimit({ policy, subject });
  const recorded = await changeAsAdmin(admin, async (transaction) => {
    await recordChange(transaction, admin, {
      name: "limit_released",
      details: { policy, who: closed?.who ?? null },
    });
    return ok(null);
  });
  if (recorded.ok) await release({ policy, subject });
  return recorded;
}

/** The limit of this name if it is closed now, as the list shows it. Throws LimitsUnavailable. */
export async function findClosedLimit(wanted: StoredLimit) {
  const closed = await listClosedLimits();
  return closed.find(({ policy, subject }) => policy === wanted.policy && subject === wanted.subject) ?? null;
}
