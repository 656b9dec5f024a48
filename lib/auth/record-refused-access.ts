import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { refusedPasskeyCharges } from "@/lib/passkeys/record-refused-passkey";
import type { Visitor } from "./visitor";

export type RefusedAccess = "not staff" | "not an admin" | "foreign origin" | "forged webhook";

const rememberMs = 60 * 60_000;
const mostRemembered = 10_000;
/** Until when this process need not ask again whether a refusal was noted: most recent last. */
const noted = new Map<string, number>();

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
  const now = Date.now();
  if ((noted.get(about) ?? 0) > now) return;
  try {
    const decision = await consume([{ policy: "audit.limit.hour", subject: about }, ...refusedPasskeyCharges(ip)]);
    remember(about, now + rememberMs);
    if (decision.isAllowed)
      await recordEvent(db(), { name: "access_refused", actorId, ip, userAgent, details: { reason } });
  } catch (error) {
    logEvent("error", "refusal_not_recorded", { reason, ...describeError(error) });
  }
}

function remember(about: string, until: number): void {
  noted.delete(about);
  noted.set(about, until);
  const [oldest] = noted.keys();
  if (noted.size > mostRemembered && oldest !== undefined) noted.delete(oldest);
}
