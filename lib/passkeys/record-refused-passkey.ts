import type { AuditEntry } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { type Charge, consume, LimitsUnavailable } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";

/**
 * Notes a passkey that was refused. Anybody may answer wrongly as often as they like, so one source gets a bounded
 * number of entries, and all sources together do. Past that, or where nobody can count, the entry is left out; nothing
 * else depends on these limits.
 */
export async function recordRefusedPasskey(entry: AuditEntry): Promise<void> {
  if (await isCounted(refusedPasskeyCharges(entry.ip ?? null))) await recordEvent(db(), entry);
}

/** What the entry about a refused passkey costs. */
export function refusedPasskeyCharges(ip: string | null): Charge[] {
  const { source, isKnown } = sourceOf(ip);
  const all: Charge = { policy: "audit.all.hour", subject: "all" };
  return isKnown ? [{ policy: "audit.source.hour", subject: source }, all] : [all];
}

async function isCounted(charges: Charge[]): Promise<boolean> {
  try {
    return (await consume(charges)).isAllowed;
  } catch (error) {
    if (error instanceof LimitsUnavailable) return false;
    throw error;
  }
}
