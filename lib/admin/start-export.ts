import type { AuditEntry } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { type Charge, consume, refund } from "@/lib/limits/consume";
import { mailedUserFields, recipientOf } from "@/lib/mail/recipient";
import { type ExportedRecords, sendRecordsExportedMail } from "@/lib/mail/records-exported-mail";
import { fail, ok, type Result } from "@/lib/result";
import { hasFreshProof, spendProof } from "@/lib/step-up/fresh-proof";
import type { PasskeyAct } from "@/lib/step-up/sensitive-acts";
import { type ActingAdmin, recordChange } from "./change-as-admin";
import { sendNotice } from "./send-notice";

export const exportRecords: PasskeyAct = "export-records";

export type ExportRefusal = "PROOF_NEEDED" | "EXPORTS_SPENT";

/**
 * Lets a member of staff take one file out of the dashboard. A passkey must have confirmed it in this session within the
 * last five minutes; the file uses that up, in the transaction that writes the audit entry. Only then may rows be read.
 * The day's limit bounds the mails of `tellAdmins`; what a session without the passkey asks for is not counted. Throws
 * LimitsUnavailable.
 */
export async function startExport(
  staff: ActingAdmin,
  entry: Pick<AuditEntry, "name" | "details">,
): Promise<Result<null, ExportRefusal>> {
  if (!(await hasFreshProof(staff.sessionId, exportRecords))) return fail("PROOF_NEEDED");
  const charges: Charge[] = [{ policy: "export.staff.day", subject: staff.id }];
  const decision = await consume(charges);
  if (!decision.isAllowed) {
    const { isFirst, policy, subject } = decision;
    if (isFirst) await recordChange(db(), staff, { name: "limit_reached", details: { policy, subject } });
    return fail("EXPORTS_SPENT");
  }
  const isStarted = await db().$transaction(async (transaction) => {
    if (!(await spendProof(transaction, staff.sessionId, exportRecords))) return false;
    await recordChange(transaction, staff, entry);
    return true;
  });
  if (isStarted) return ok(null);
  await refund(charges);
  return fail("PROOF_NEEDED");
}

/** The most admins that one export tells. */
const mostTold = 100;

/** Tells every other admin by mail that somebody exported records. Never throws: the file is on its way. */
export async function tellAdmins(staff: { id: string; username: string }, records: ExportedRecords, at = new Date()) {
  const admins = await db().user.findMany({
    where: { role: "ADMIN", disabledAt: null, deletionAskedAt: null, id: { not: staff.id } },
    select: mailedUserFields,
    orderBy: { id: "asc" },
    take: mostTold,
  });
  for (const admin of admins) {
    const mail = { to: recipientOf(admin), username: staff.username, records, at };
    await sendNotice("records-exported", () => sendRecordsExportedMail(mail));
  }
}
