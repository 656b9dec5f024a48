import { z } from "zod";
import { db } from "@/lib/db/client";
import { findClosed, findSlowed, release, type StoredLimit } from "@/lib/limits/consume";
import { type PolicyName, policies } from "@/lib/limits/policies";
import { fail, ok, type Result } from "@/lib/result";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "./change-as-admin";

type ClosedLimit = LimitInForce;

/** Limits closed now, newest first, at most 200: from the audit trail and the store. Throws LimitsUnavailable. */
export async function listClosedLimits(now = new Date()): Promise<ClosedLimit[]> {
  const met = await readLimitEvents("limit_reached", now);
  return inForce(met, await findClosed(met));
}

type SlowedLimit = LimitInForce;

/** Limits that ask for a bot check now, newest first, at most 200. Throws LimitsUnavailable. */
export async function listSlowedLimits(now = new Date()): Promise<SlowedLimit[]> {
  const met = await readLimitEvents("proof_required", now);
  return inForce(met, await findSlowed(met));
}

/** `policy` and `subject` name it in the store. */
type MetLimit = StoredLimit & {
  /** A masked or network address; null: about many. */
  who: string | null;
  /** If it counts by both. */
  source: string | null;
  /** Newest first. */
  met: Date[];
};

export type LimitInForce = StoredLimit & {
  who: string | null;
  source: string | null;
  /** In the open window. */
  since: Date;
  until: Date;
};

/** No limit met earlier can be in force. */
const longestWindowMs = Math.max(...Object.values(policies).map(({ windowSeconds }) => windowSeconds * 1_000));
const most = 200;

const detailsSchema = z.object({
  policy: z.string().refine((name): name is PolicyName => name in policies),
  subject: z.string(),
});

/** From the newest 200 entries of this name. */
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

/** `ends`: until when each is in force, or null. */
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

/** A policy's second word is what it counts by (policies.ts). */
function whoOf(policy: PolicyName, address: string | null, ip: string | null): Pick<MetLimit, "who" | "source"> {
  const countedBy = policy.split(".")[1];
  if (policy.includes(".all.") || countedBy === "unknown") return { who: null, source: null };
  if (countedBy === "source" || countedBy === "network") return { who: ip, source: null };
  if (countedBy === "pair" && address !== null) return { who: address, source: ip };
  return { who: address ?? ip, source: null };
}

/** As an address or form names it; may not exist. */
type NamedLimit = { policy: string; subject: string };

/** Resets one counter. Audits first, as counts may be in Redis; safe to retry. Throws LimitsUnavailable. */
export async function releaseLimit(
  admin: ActingAdmin,
  named: NamedLimit,
): Promise<Result<null, AdminRefusal | "LIMIT_OPEN" | "LIMIT_ON_ADMINS">> {
  const limit = await findLimitInForce(named);
  if (limit === null) return fail("LIMIT_OPEN");
  // A thief in an admin's browser would reset these first.
  if (limit.policy === "notice.admin.day" || limit.policy === "export.staff.day") return fail("LIMIT_ON_ADMINS");
  const recorded = await changeAsAdmin<null, never>(admin, async (transaction) => {
    const details = { policy: limit.policy, who: limit.who, source: limit.source };
    await recordChange(transaction, admin, { name: "limit_released", details });
    return ok(null);
  });
  if (recorded.ok) await release({ policy: limit.policy, subject: limit.subject });
  return recorded;
}

/** Null if not in force. Throws LimitsUnavailable. */
export async function findLimitInForce({ policy, subject }: NamedLimit): Promise<LimitInForce | null> {
  const [closed, slowed] = await Promise.all([listClosedLimits(), listSlowedLimits()]);
  return [...closed, ...slowed].find((limit) => limit.policy === policy && limit.subject === subject) ?? null;
}
