import { recordEvent } from "@/lib/audit/record-event";
import { isNoted, rememberNoted } from "@/lib/auth/rate-limit/record-limit";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { refusedPasskeyCharges } from "@/lib/passkeys/record-refused-passkey";

export type RefusedAccess = "not staff" | "not an admin" | "foreign origin" | "forged webhook";

/**
 * Notes that somebody was refused what is not theirs: once an hour for a reason and who it is, a user or a network
 * source, and within the limits that refused passkeys have. A flood of refusals is no flood of entries, and costs this
 * process no statement. Never throws: the refusal stands without its entry.
 */
export async function recordRefusedAccess(
  reason: RefusedAccess,
  { ip, userAgent }: Pick<Visitor, "ip" | "userAgent">,
  actorId: string | null = null,
): Promise<void> {
  const about = `refused ${reason} ${actorId ?? sourceOf(ip).source}`;
  if (isNoted(about)) return;
  try {
    const decision = await consume([{ policy: "audit.limit.hour", subject: about }, ...refusedPasskeyCharges(ip)]);
    rememberNoted(about);
    if (decision.isAllowed)
      await recordEvent(db(), { name: "access_refused", actorId, ip, userAgent, details: { reason } });
  } catch (error) {
    logEvent("error", "refusal_not_recorded", { reason, ...describeError(error) });
  }
}
