import { db } from "@/lib/db/client";
import type { AuditRow } from "./read-audit-range";

/** Somebody in the trail: `username` is null where there is no such user any more. */
export type AuditPerson = { id: string; username: string | null };

/** An entry with the people in it. */
export type AuditEntryView = Omit<AuditRow, "actorId" | "subjectId"> & {
  actor: AuditPerson | null;
  subject: AuditPerson | null;
};

/** Says for each entry who did it and whom it is about, with one look at the users. */
export async function nameAuditPeople(rows: readonly AuditRow[]): Promise<AuditEntryView[]> {
  const ids = new Set(rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId]).filter((id) => id !== null));
  const users =
    ids.size === 0
      ? []
      : await db().user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, username: true } });
  const usernames = new Map(users.map(({ id, username }) => [id, username]));
  const person = (id: string | null) => (id === null ? null : { id, username: usernames.get(id) ?? null });
  return rows.map(({ actorId, subjectId, ...row }) => ({ ...row, actor: person(actorId), subject: person(subjectId) }));
}
