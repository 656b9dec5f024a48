import { type AuditPerson, findAuditPerson } from "@/lib/admin/list-audit-events";
import type { AuditFilter } from "@/lib/admin/read-audit-range";
import { type AuditQuery, auditHref, timesOf } from "./audit-query";

export type FoundFilter = {
  /** Null: nothing can match. */
  filter: AuditFilter | null;
  /** With ids, so that no email stays in addresses. */
  query: AuditQuery;
  /** With usernames. */
  shown: AuditQuery;
};

export async function findFilter(query: AuditQuery): Promise<FoundFilter> {
  const [actor, subject] = await Promise.all([find(query.actor), find(query.subject)]);
  const notes = [...query.notes];
  if (actor === null) notes.push("ACTOR_UNKNOWN");
  if (subject === null) notes.push("SUBJECT_UNKNOWN");
  const { actor: _actor, subject: _subject, ...rest } = { ...query, notes };
  return {
    filter:
      actor === null || subject === null
        ? null
        : { actorId: actor?.id, subjectId: subject?.id, names: query.events, ...timesOf(query) },
    query: { ...rest, ...(actor ? { actor: actor.id } : {}), ...(subject ? { subject: subject.id } : {}) },
    shown: { ...query, notes, ...shownAs("actor", actor), ...shownAs("subject", subject) },
  };
}

/** The address by id; null if it has no name or email. */
export function addressById({ filter, query }: FoundFilter, asked: AuditQuery): string | null {
  const isById = query.actor === asked.actor && query.subject === asked.subject;
  return filter === null || isById ? null : auditHref(query);
}

async function find(typed: string | undefined): Promise<AuditPerson | null | undefined> {
  return typed === undefined ? undefined : await findAuditPerson(typed);
}

function shownAs(field: "actor" | "subject", person: AuditPerson | null | undefined) {
  return person ? { [field]: person.username ?? person.id } : {};
}
