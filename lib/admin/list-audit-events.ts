import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { canonicalEmail } from "@/lib/identifier";
import { readTyped } from "@/lib/typed-text";
import { usernameKey } from "@/lib/users/username";
import {
  type AuditFilter,
  type AuditPosition,
  type AuditRow,
  countAuditRange,
  rangeOf,
  readAuditRange,
  readCursor,
  writeCursor,
} from "./read-audit-range";

/** Entries on one page of the trail. */
export const auditPageSize = 50;

/** One page; `older` and `newer` are cursors of the pages beside it, null where there is none. */
export type AuditPage = { events: AuditEntryView[]; older: string | null; newer: string | null };

/**
 * One page of the audit trail, newest first. Keyset paging by (time, id): `after` and `before` are cursors of an earlier
 * page, so a deep page costs as little as the first, and entries that are added meanwhile move nothing. A cursor that
 * was made up counts as none; where both are given, `after` counts.
 */
export async function listAuditEvents(
  filter: AuditFilter,
  cursors: { after?: string | undefined; before?: string | undefined } = {},
): Promise<AuditPage> {
  const below = cursors.after === undefined ? null : readCursor(cursors.after);
  const above = below !== null || cursors.before === undefined ? null : readCursor(cursors.before);
  const end = above === null ? "newest" : "oldest";
  const range = rangeOf(filter, { ...(above ? { above } : {}), ...(below ? { below } : {}) });
  const rows = await readAuditRange(filter, { range, end, limit: auditPageSize + 1 });
  const hasMore = rows.length > auditPageSize;
  const page = rows.slice(0, auditPageSize);
  if (end === "oldest") page.reverse();
  // A page past the last entry has no edge of its own; the way back leads from where it was asked for.
  const [first, last] = page.length === 0 ? [stepped(below, -1n), stepped(above, 1n)] : [page[0], page.at(-1)];
  const hasNewer = end === "oldest" ? hasMore : below !== null;
  const hasOlder = end === "oldest" ? true : hasMore;
  return {
    events: await nameAuditPeople(page),
    newer: hasNewer && first ? writeCursor(first) : null,
    older: hasOlder && last ? writeCursor(last) : null,
  };
}

/** Beside a cursor, so that its own entry is on the page that the step leads to. */
function stepped(position: AuditPosition | null, by: bigint): AuditPosition | null {
  if (position === null) return null;
  const id = position.id + by;
  return { at: position.at, id: id < 0n ? 0n : id };
}

/** Up to here entries are counted one by one. */
const countedAtMost = 1_000;

export type AuditCount = { count: number; isEstimate: boolean };

/**
 * How many entries fit a filter: exact up to 1,000, above that what PostgreSQL's planner expects from its statistics,
 * since counting millions takes seconds. The estimate is never below what was counted.
 */
export async function estimateAuditEvents(filter: AuditFilter): Promise<AuditCount> {
  const counted = await countAuditRange(filter, countedAtMost + 1);
  if (counted <= countedAtMost) return { count: counted, isEstimate: false };
  const [row] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`
    EXPLAIN (FORMAT JSON) SELECT FROM "AuditEvent" WHERE ${conditions(filter)}`;
  const expected = row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  return { count: Math.max(counted, expected), isEstimate: true };
}

function conditions({ actorId, subjectId, names = [], from, to }: AuditFilter): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (actorId) all.push(Prisma.sql`"actorId" = ${actorId}::uuid`);
  if (subjectId) all.push(Prisma.sql`"subjectId" = ${subjectId}::uuid`);
  if (names.length > 0) all.push(Prisma.sql`"name" = ANY(${[...names]}::text[])`);
  if (from) all.push(Prisma.sql`"at" >= ${from}::timestamptz`);
  if (to) all.push(Prisma.sql`"at" < ${to}::timestamptz`);
  return Prisma.join(all, " AND ");
}

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

const id = z.guid();

/**
 * The person that staff typed: by id, or by the whole username or email of a user. An id needs no user, since the trail
 * outlives users. Null where nobody is called so.
 */
export async function findAuditPerson(typed: string): Promise<AuditPerson | null> {
  const text = readTyped(typed);
  if (id.safeParse(text).success) {
    const user = await db().user.findUnique({ where: { id: text.toLowerCase() }, select: { username: true } });
    return { id: text.toLowerCase(), username: user?.username ?? null };
  }
  const email = canonicalEmail(typed);
  // PostgreSQL has no NUL and no half of a surrogate pair in texts.
  if (email === null && (text === "" || /\p{Cc}|\p{Cs}/u.test(text))) return null;
  const where = email === null ? { usernameKey: usernameKey(text) } : { email };
  return await db().user.findUnique({ where, select: { id: true, username: true } });
}
