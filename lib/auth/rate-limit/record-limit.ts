import type { AuditEventName } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import { consume, type StoredLimit } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";

/**
 * Notes that a limit refused somebody: at most once an hour for a limit and whom it is about, so that a flood of
 * requests is not a flood of entries. The limit's own name for them, `subject`, lets the dashboard see whether it is
 * closed still.
 */
export async function recordRefused(limit: StoredLimit, address: string | null, visitor: Visitor): Promise<void> {
  const about = `${limit.policy} ${address ?? sourceOf(visitor.ip).source}`;
  await recordOnceAnHour("limit_reached", about, limit, address, visitor);
}

const rememberMs = 60 * 60_000;
const mostRemembered = 10_000;
/** Until when this process need not ask again whether something was noted: most recent last. */
const noted = new Map<string, number>();

/** Whether this process noted it within the hour. */
export function isNoted(about: string): boolean {
  return (noted.get(about) ?? 0) > Date.now();
}

/** Remembers for an hour that it was noted; forgets the oldest of very many. */
export function rememberNoted(about: string): void {
  noted.delete(about);
  noted.set(about, Date.now() + rememberMs);
  const [oldest] = noted.keys();
  if (noted.size > mostRemembered && oldest !== undefined) noted.delete(oldest);
}

/**
 * Notes that somebody is asked for a proof of work, as often as `recordRefused`. What is asked of them costs no charge,
 * so unlike a refusal it has no first time: each process remembers what was noted, and a flood of such requests costs
 * it no statement.
 */
export async function recordSlowed(limit: StoredLimit, address: string | null, visitor: Visitor): Promise<void> {
  const about = `slowed ${limit.policy} ${limit.subject}`;
  if (isNoted(about)) return;
  rememberNoted(about);
  await recordOnceAnHour("proof_required", about, limit, address, visitor);
}

async function recordOnceAnHour(
  name: AuditEventName,
  about: string,
  { policy, subject }: StoredLimit,
  address: string | null,
  { ip, userAgent }: Visitor,
): Promise<void> {
  if (!(await consume([{ policy: "audit.limit.hour", subject: about }])).isAllowed) return;
  const maskedIdentifier = address && maskAddress(address);
  await recordEvent(db(), { name, maskedIdentifier, ip, userAgent, details: { policy, subject } });
}
