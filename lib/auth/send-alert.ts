import type { AuditEntry } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import type { sendMail } from "@/lib/mail/sendgrid-transport";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { traceOf } from "./challenge-trace";
import type { Visitor } from "./visitor";

type Send = () => ReturnType<typeof sendMail>;

/**
 * Sends a mail about an account to its owner, unless SendGrid is known to fail, and writes into the audit trail whether
 * it went (`isSent`) and into the log why not. Never throws: what the mail tells of has happened.
 */
export async function sendAlert(
  event: Pick<AuditEntry, "name" | "details">,
  owner: { id: string; email: string },
  visitor: Visitor,
  send: Send,
): Promise<void> {
  try {
    const failure = await trySending(send);
    if (failure !== null) logEvent("error", "alert_not_sent", { ...failure, alert: event.name });
    await recordEvent(db(), {
      name: event.name,
      subjectId: owner.id,
      ...traceOf(null, owner.email, visitor),
      details: { ...event.details, isSent: failure === null },
    });
  } catch (error) {
    logEvent("error", "alert_not_recorded", { ...describeError(error), alert: event.name });
  }
}

/** Null if SendGrid took the mail, else why not, as fields for the log. */
async function trySending(send: Send): Promise<Parameters<typeof logEvent>[2] | null> {
  try {
    if (!(await mayAskProvider("sendgrid"))) return { reason: "SendGrid is failing and was not asked" };
    const sent = await send();
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
    return sent.ok ? null : { reason: sent.error };
  } catch (error) {
    return describeError(error);
  }
}
