import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { baseMailbox, maskEmail } from "@/lib/identifier";
import { type Charge, consume, refund } from "@/lib/limits/consume";
import { fail, type Result } from "@/lib/result";
import type { ActingAdmin } from "./change-as-admin";

/**
 * Makes a change that has a mail sent to `address`, if the limits allow one more; a change that was refused costs
 * nothing. What the caller sends after the change stays counted if it fails, since it may have gone all the same. The
 * day's budget is that of customers, which strangers cannot use up. Throws LimitsUnavailable.
 */
export async function chargeNotice<Value, Refusal extends string>(
  admin: ActingAdmin,
  address: string,
  change: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | "NOTICES_SPENT">> {
  const charges: Charge[] = [
    { policy: "notice.address.day", subject: address },
    { policy: "notice.admin.day", subject: admin.id },
    { policy: "send.known.mailbox.day", subject: baseMailbox(address) },
    { policy: "send.known.all.day", subject: "all" },
  ];
  const decision = await consume(charges);
  if (!decision.isAllowed) {
    const { isFirst, policy, subject } = decision;
    if (isFirst) {
      const { id: actorId, ip, userAgent } = admin;
      // The limit on an admin is about whoever sends, not about the address that was the first too many.
      const maskedIdentifier = policy === "notice.admin.day" ? null : maskEmail(address);
      const entry = { name: "limit_reached", maskedIdentifier, details: { policy, subject } } as const;
      await recordEvent(db(), { ...entry, actorId, ip, userAgent });
    }
    return fail("NOTICES_SPENT");
  }
  const changed = await change();
  if (!changed.ok) await refund(charges);
  return changed;
}
