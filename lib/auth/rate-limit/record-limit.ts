import type { AuditEventName } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import { consume, type StoredLimit } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";

/** Audits a reached limit once an hour per limit and subject, so that floods stay cheap. */
export async function recordRefused(limit: StoredLimit, address: string | null, visitor: Visitor): Promise<void> {
  const about = `${limit.policy} ${address ?? sourceOf(visitor.ip).source}`;
  await recordOnceAnHour("limit_reached", about, limit, address, visitor);
}

const rememberMs = 60 * 60_000;
const mostRemembered = 10_000;
/** Until when each is noted; most recent last. */
const noted = new Map<string, number>();

export function isNoted(about: string): boolean {
  return (noted.get(about) ?? 0) > Date.now();
}

/** Forgets the oldest of very many. */
export function rememberNoted(about: string): void {
  noted.delete(about);
  noted.set(about, Date.now() + rememberMs);
  const [oldest] = noted.keys();
  if (noted.size > mostRemembered && oldest !== undefined) noted.delete(oldest);
}

/** Audits a demanded bot check as `recordRefused`. Nothing is charged, so each process remembers what it noted. */
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
