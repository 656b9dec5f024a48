import { z } from "zod";
import { db } from "@/lib/db/client";
import { findClosed, findSlowed, release, type StoredLimit } from "@/lib/limits/consume";
import { type PolicyName, policies } from "@/lib/limits/policies";
import { fail, ok, type Result } from "@/lib/result";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "./change-as-admin";

/** A limit that refuses somebody at this moment. */
type ClosedLimit = LimitInForce;

/**
 * The limits that are closed now, newest first, 200 at most. The store of the limits knows nobody by name; the audit
 * trail tells who ran into which, and the store whether it is closed still. Throws LimitsUnavailable.
 */
export async function listClosedLimits(now = new Date()): Promise<ClosedLimit[]> {
  const met = await readLimitEvents("limit_reached", now);
  return inForce(met, await findClosed(met));
}

/** A limit by which somebody must do some work, or wait, before they get on. */
type SlowedLimit = LimitInForce;

/**
 * The limits that slow somebody now and do not refuse them, newest first, 200 at most: the audit trail tells who was
 * asked for a proof of work, and the store whether they still are. Throws LimitsUnavailable.
 */
export async function listSlowedLimits(now = new Date()): Promise<SlowedLimit[]> {
  const met = await readLimitEvents("proof_required", now);
  return inForce(met, await findSlowed(met));
}

/** A limit that somebody met, as the audit trail knows it. `policy` and `subject` are its name in the store. */
type MetLimit = StoredLimit & {
  /** Whom it is about: a masked address, or a network address. Null: it is about many. */
  who: string | null;
  /** The network address from which `who` acted, where it counts both together. */
  source: string | null;
  /** When it was met, newest first. */
  met: Date[];
};

/** A limit in force: what it does to whom it is about lasts until `until`. */
export type LimitInForce = StoredLimit & {
  who: string | null;
  source: string | null;
  /** When it was first met within the window that is open. */
  since: Date;
  until: Date;
};

/** No window is longer, so no limit that was met earlier is in force still. */
const longestWindowMs = Math.max(...Object.values(policies).map(({ windowSeconds }) => windowSeconds * 1_000));
const most = 200;

const detailsSchema = z.object({
  policy: z.string().refine((name): name is PolicyName => name in policies),
  subject: z.string(),
});

/** The limits that may be in force still, newest first, by the newest 200 entries of this name. */
export async function readLimitEvents(name: "limit_reached" | "proof_required", now: Date): Promise<MetLimit[]> {
  const events = await db().auditEvent.findMany({
    where: { name, at: { gt: new Date(now.getTime() - longestWindowMs) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select: { at: true, maskedIdentifier: true, ip: true, details: true },
  });
  const limits = new Map<string, MetLimit>();
  for (const { at, maskedIdentifier, ip, details } of events) {
    const read = detailsSchema.safeParse(details);
    if (!read.success) continue;
    const { policy, subject } = read.data;
    const key = `${policy} ${subject}`;
    const limit = limits.get(key) ?? { policy, subject, ...whoOf(policy, maskedIdentifier, ip), met: [] };
    limit.met.push(at);
    limits.set(key, limit);
  }
  return [...limits.values()];
}

/** `ends` says for each limit until when it is in force, or null. Entries of an earlier window are not counted. */
export function inForce(limits: MetLimit[], ends: (Date | null)[]): LimitInForce[] {
  return limits.flatMap(({ policy, subject, who, source, met }, index) => {
    const until = ends[index];
    if (!until) return [];
    const { windowSeconds } = policies[policy];
    const opened = until.getTime() - windowSeconds * 1_000;
    const since = met.findLast((at) => at.getTime() >= opened) ?? met[0] ?? until;
    return [{ policy, subject, who, source, since, until }];
  });
}

/** The second word of a policy is what it counts by, see policies.ts. */
function whoOf(policy: PolicyName, address: string | null, ip: string | null): Pick<MetLimit, "who" | "source"> {
  const countedBy = policy.split(".")[1];
  if (policy.includes(".all.") || countedBy === "unknown") return { who: null, source: null };
  if (countedBy === "source" || countedBy === "network") return { who: ip, source: null };
  if (countedBy === "pair" && address !== null) return { who: address, source: ip };
  return { who: address ?? ip, source: null };
}

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
