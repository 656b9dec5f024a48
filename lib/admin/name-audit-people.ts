import { db } from "@/lib/db/client";
import type { AuditRow } from "./read-audit-range";

/** Somebody in the trail: `username` is null where there is no such user any more. */
export type AuditPerson = { id: string; username: string | null };

/** An entry with the people in it. */
export type AuditEntryView = Omit<AuditRow, "actorId" | "subjectId"> & {
  actor: AuditPerson | null;
  subject: AuditPerson | null;
};

/** Says for each entry who did it, whom it is about, and why, where the reason is still there. */
export async function nameAuditPeople(rows: readonly AuditRow[]): Promise<AuditEntryView[]> {
  const ids = new Set(rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId]).filter((id) => id !== null));
  const reasonIds = rows.map(({ details }) => reasonIdOf(details)).filter((id) => id !== null);
  const [users, reasons] = await Promise.all([
    ids.size === 0 ? [] : db().user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, username: true } }),
    reasonIds.length === 0 ? [] : db().changeReason.findMany({ where: { id: { in: reasonIds } } }),
  ]);
  const usernames = new Map(users.map(({ id, username }) => [id, username]));
  const texts = new Map(reasons.map(({ id, text }) => [id, text]));
  const person = (id: string | null) => (id === null ? null : { id, username: usernames.get(id) ?? null });
  return rows.map(({ actorId, subjectId, details, ...row }) => ({
    ...row,
    details: withReason(details, texts),
    actor: person(actorId),
    subject: person(subjectId),
  }));
}

function reasonIdOf(details: unknown): string | null {
  const id = (details as { reasonId?: unknown } | null)?.reasonId;
  return typeof id === "string" ? id : null;
}

function withReason(details: unknown, texts: ReadonlyMap<string, string>): unknown {
  const reason = texts.get(reasonIdOf(details) ?? "");
  if (reason === undefined) return details;
  const { reasonId: _, ...others } = details as { reasonId: string };
  return { reason, ...others };
}
