import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cutPage } from "@/lib/db/keyset-page";
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

export const auditPageSize = 50;

/** `older`, `newer`: cursors, or null. */
export type AuditPage = { events: AuditEntryView[]; older: string | null; newer: string | null };

/** One page, newest first, by keyset (time, id). Invalid cursors are ignored; `after` wins over `before`. */
export async function listAuditEvents(
  filter: AuditFilter,
  cursors: { after?: string | undefined; before?: string | undefined } = {},
): Promise<AuditPage> {
  const below = cursors.after === undefined ? null : readCursor(cursors.after);
  const above = below !== null || cursors.before === undefined ? null : readCursor(cursors.before);
  const end = above === null ? "newest" : "oldest";
  const range = rangeOf(filter, { ...(above ? { above } : {}), ...(below ? { below } : {}) });
  const rows = await readAuditRange(filter, { range, end, limit: auditPageSize + 1 });
  const cut = cutPage(rows, auditPageSize, { isBackwards: end === "oldest", hasPlace: below !== null });
  const { page, hasPrevious, hasNext } = cut;
  // An empty page has no edges, so it leads back to where it was asked from.
  const [first, last] = page.length === 0 ? [stepped(below, -1n), stepped(above, 1n)] : [page[0], page.at(-1)];
  return {
    events: await nameAuditPeople(page),
    newer: hasPrevious && first ? writeCursor(first) : null,
    older: hasNext && last ? writeCursor(last) : null,
  };
}

/** So that the cursor's own entry is on the page. */
function stepped(position: AuditPosition | null, by: bigint): AuditPosition | null {
  if (position === null) return null;
  const id = position.id + by;
  return { at: position.at, id: id < 0n ? 0n : id };
}

const countedAtMost = 1_000;

export type AuditCount = { count: number; isEstimate: boolean };

/** Exact up to 1,000, then the planner's estimate, never below what was counted. */
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

/** `username`: null if deleted. */
export type AuditPerson = { id: string; username: string | null };

export type AuditEntryView = Omit<AuditRow, "actorId" | "subjectId"> & {
  actor: AuditPerson | null;
  subject: AuditPerson | null;
};

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

/** By id, whole username or email; an id needs no user. Null if unknown. */
export async function findAuditPerson(typed: string): Promise<AuditPerson | null> {
  const text = readTyped(typed);
  if (id.safeParse(text).success) {
    const user = await db().user.findUnique({ where: { id: text.toLowerCase() }, select: { username: true } });
    return { id: text.toLowerCase(), username: user?.username ?? null };
  }
  const email = canonicalEmail(typed);
  // PostgreSQL refuses NUL and half surrogate pairs.
  if (email === null && (text === "" || /\p{Cc}|\p{Cs}/u.test(text))) return null;
  const where = email === null ? { usernameKey: usernameKey(text) } : { email };
  return await db().user.findUnique({ where, select: { id: true, username: true } });
}
