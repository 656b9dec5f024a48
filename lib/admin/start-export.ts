import type { AuditEntry } from "@/lib/audit/events";
import { db, type Transaction } from "@/lib/db/client";
import { type Charge, consume, refund } from "@/lib/limits/consume";
import { mailedUserFields } from "@/lib/mail/mail-notice";
import { enqueueMails } from "@/lib/mail/outbox";
import type { ExportedRecords } from "@/lib/mail/staff-mails";
import { fail, ok, type Result } from "@/lib/result";
import { hasReauthenticated, spendReauthentication } from "@/lib/step-up/re-authentication";
import type { PasskeyAction } from "@/lib/step-up/sensitive-actions";
import { type ActingAdmin, recordChange } from "./change-as-admin";

export const exportRecords: PasskeyAction = "export-records";

export type ExportRefusal = "REAUTHENTICATION_NEEDED" | "EXPORTS_SPENT";

/** Allows one export: spends a passkey re-authentication, audits and mails other admins in one transaction. Throws
 * LimitsUnavailable. */
export async function startExport(
  staff: ActingAdmin & { username: string },
  records: ExportedRecords,
  entry: Pick<AuditEntry, "name" | "details">,
): Promise<Result<null, ExportRefusal>> {
  if (!(await hasReauthenticated(staff.sessionId, exportRecords))) return fail("REAUTHENTICATION_NEEDED");
  const charges: Charge[] = [{ policy: "export.staff.day", subject: staff.id }];
  const decision = await consume(charges);
  if (!decision.isAllowed) {
    const { isFirst, policy, subject } = decision;
    if (isFirst) await recordChange(db(), staff, { name: "limit_reached", details: { policy, subject } });
    return fail("EXPORTS_SPENT");
  }
  const isStarted = await db().$transaction(async (transaction) => {
    if (!(await spendReauthentication(transaction, staff.sessionId, exportRecords))) return false;
    await recordChange(transaction, staff, entry);
    await tellAdmins(transaction, staff, records);
    return true;
  });
  if (isStarted) return ok(null);
  await refund(charges);
  return fail("REAUTHENTICATION_NEEDED");
}

const mostTold = 100;

async function tellAdmins(
  transaction: Transaction,
  { id, username }: { id: string; username: string },
  records: ExportedRecords,
): Promise<void> {
  const admins = await transaction.user.findMany({
    where: { role: "ADMIN", disabledAt: null, deletionAskedAt: null, id: { not: id } },
    select: { id: true, ...mailedUserFields },
    orderBy: { id: "asc" },
    take: mostTold,
  });
  const exportId = `${id}:${Date.now()}`;
  const facts = { username, records };
  await enqueueMails(
    transaction,
    ...admins.map((to) => ({ kind: "records-exported" as const, facts, change: `${exportId}:${to.id}`, to })),
  );
}
