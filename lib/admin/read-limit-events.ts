import { z } from "zod";
import { db } from "@/lib/db/client";
import type { StoredLimit } from "@/lib/limits/consume";
import { type PolicyName, policies } from "@/lib/limits/policies";

/** A limit that somebody met, as the audit trail knows it. `policy` and `subject` are its name in the store. */
export type MetLimit = StoredLimit & {
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
