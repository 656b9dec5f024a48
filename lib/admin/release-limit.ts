import { release } from "@/lib/limits/consume";
import { fail, ok, type Result } from "@/lib/result";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "./change-as-admin";
import { listClosedLimits, listSlowedLimits } from "./list-limits";
import type { LimitInForce } from "./read-limit-events";

/** A limit by its name in the store, as an address or a form says it: maybe of none. */
type NamedLimit = { policy: string; subject: string };

/**
 * Lets one count start anew, so that it refuses and slows nobody any more. Other limits that the same person has run
 * into stay. The trail is written first, since the counts may be in Redis: where they do not answer after it, nothing
 * was released, and trying again is safe. Throws LimitsUnavailable.
 */
export async function releaseLimit(
  admin: ActingAdmin,
  named: NamedLimit,
): Promise<Result<null, AdminRefusal | "LIMIT_OPEN" | "LIMIT_ON_ADMINS">> {
  const limit = await findLimitInForce(named);
  if (limit === null) return fail("LIMIT_OPEN");
  // It is there for a browser of an admin's that somebody else uses, who would release it first.
  if (limit.policy === "notice.admin.day" || limit.policy === "export.staff.day") return fail("LIMIT_ON_ADMINS");
  const recorded = await changeAsAdmin<null, never>(admin, async (transaction) => {
    const details = { policy: limit.policy, who: limit.who, source: limit.source };
    await recordChange(transaction, admin, { name: "limit_released", details });
    return ok(null);
  });
  if (recorded.ok) await release({ policy: limit.policy, subject: limit.subject });
  return recorded;
}

/** The limit of this name in the store, if it refuses or slows somebody now. Throws LimitsUnavailable. */
export async function findLimitInForce({ policy, subject }: NamedLimit): Promise<LimitInForce | null> {
  const [closed, slowed] = await Promise.all([listClosedLimits(), listSlowedLimits()]);
  return [...closed, ...slowed].find((limit) => limit.policy === policy && limit.subject === subject) ?? null;
}
