import type { Transaction } from "@/lib/db/client";
import type { AuditEntry } from "./events";

/** Adds one entry to the audit trail, in the transaction of the change that it tells of. */
export async function recordEvent(transaction: Pick<Transaction, "auditEvent">, entry: AuditEntry): Promise<void> {
  await transaction.auditEvent.createMany({ data: [entry] });
}
