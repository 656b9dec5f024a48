import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Visitor } from "@/lib/http/visitor";
import { maskAddress } from "@/lib/identifier";
import type { AuditEntry } from "./events";

export async function recordEvent(transaction: Pick<Transaction, "$executeRaw">, entry: AuditEntry): Promise<void> {
  await transaction.$executeRaw(insertEvent(entry));
}

/** The user is both actor and subject. */
export async function recordOwnEvent(
  transaction: Pick<Transaction, "$executeRaw">,
  userId: string,
  { ip, userAgent }: Pick<Visitor, "ip" | "userAgent">,
  entry: Pick<AuditEntry, "name" | "maskedIdentifier" | "details">,
): Promise<void> {
  await recordEvent(transaction, { ...entry, actorId: userId, subjectId: userId, ip, userAgent });
}

/** SQL for a WITH, so change and entry are one statement. Adds nothing if `from` has no row. */
export function insertEvent(
  entry: AuditEntry,
  source: { actor?: Prisma.Sql; subject?: Prisma.Sql; details?: Prisma.Sql; from?: Prisma.Sql } = {},
): Prisma.Sql {
  const actor = source.actor ?? Prisma.sql`${entry.actorId ?? null}::uuid`;
  const subject = source.subject ?? Prisma.sql`${entry.subjectId ?? null}::uuid`;
  const details = source.details ?? Prisma.sql`${entry.details ? JSON.stringify(entry.details) : null}::jsonb`;
  return Prisma.sql`
    INSERT INTO "AuditEvent" ("name", "actorId", "subjectId", "challengeId", "maskedIdentifier", "ip", "userAgent", "details")
    SELECT ${entry.name}, ${actor}, ${subject}, ${entry.challengeId ?? null}, ${entry.maskedIdentifier ?? null},
      ${entry.ip ?? null}, ${entry.userAgent ?? null}, ${details}
    ${source.from ? Prisma.sql`FROM ${source.from}` : Prisma.empty}`;
}

export function traceOf(challengeId: string | null, address: string, visitor: Pick<Visitor, "ip" | "userAgent">) {
  return { challengeId, maskedIdentifier: maskAddress(address), ip: visitor.ip, userAgent: visitor.userAgent };
}
