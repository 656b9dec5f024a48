import { z } from "zod";
import { db } from "@/lib/db/client";
import { findClosed, type StoredLimit } from "@/lib/limits/consume";
import { type PolicyName, policies } from "@/lib/limits/policies";

/** A limit that refuses somebody at this moment. */
export type ClosedLimit = {
  policy: PolicyName;
  /** Why there is such a limit. */
  reason: string;
  /** The masked address of whom it is about, else the network address that ran into it, else null: then it is about many. */
  who: string | null;
  /** When it was run into. */
  since: Date;
  until: Date;
};

/** No window is longer, so no limit that closed earlier is closed still. */
const longestWindowMs = 24 * 60 * 60_000;
const most = 200;

const detailsSchema = z.object({
  policy: z.string().refine((name): name is PolicyName => name in policies),
  subject: z.string(),
});

/**
 * The limits that are closed now, newest first, 200 at most. The store of the limits knows nobody by name; the audit
 * trail tells who ran into which, and the store whether it is closed still. Throws LimitsUnavailable.
 */
export async function listClosedLimits(now = new Date()): Promise<ClosedLimit[]> {
  const events = await db().auditEvent.findMany({
    where: { name: "limit_reached", at: { gt: new Date(now.getTime() - longestWindowMs) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select: { at: true, maskedIdentifier: true, ip: true, details: true },
  });
  const reached = new Map<string, { limit: StoredLimit; who: string | null; since: Date }>();
  for (const { at, maskedIdentifier, ip, details } of events) {
    const read = detailsSchema.safeParse(details);
    if (!read.success) continue;
    const { policy, subject } = read.data;
    const who = policy.includes(".all.") || policy.includes(".unknown.") ? null : (maskedIdentifier ?? ip);
    reached.set(`${policy} ${subject}`, { limit: { policy, subject }, who, since: at });
  }
  const candidates = [...reached.values()];
  const ends = await findClosed(candidates.map(({ limit }) => limit));
  return candidates.flatMap(({ limit: { policy }, who, since }, index) => {
    const until = ends[index];
    return until ? [{ policy, reason: policies[policy].reason, who, since, until }] : [];
  });
}
