import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** Which entries of the trail are asked for; all that is given must fit. */
export type AuditFilter = {
  /** Id of the user who did it. */
  actorId?: string | undefined;
  /** Id of the user whom it is about. */
  subjectId?: string | undefined;
  /** One of these happened; empty or absent: anything. */
  names?: readonly AuditEventName[] | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  to?: Date | undefined;
};

/** Both ends are left out themselves. */
export type AuditRange = { above: AuditPosition; below: AuditPosition };

/** An entry as the table holds it. */
export type AuditRow = {
  id: bigint;
  at: Date;
  name: string;
  actorId: string | null;
  subjectId: string | null;
  challengeId: string | null;
  maskedIdentifier: string | null;
  ip: string | null;
  userAgent: string | null;
  details: unknown;
};

/** The part of the trail that a filter's times and the edges of a page leave. */
export function rangeOf({ from, to }: AuditFilter, edge: Partial<AuditRange> = {}): AuditRange {
  const above = from ? { at: from, id: 0n } : trailStart;
  const below = to ? { at: to, id: 0n } : trailEnd;
  return {
    above: edge.above && isLater(edge.above, above) ? edge.above : above,
    below: edge.below && isLater(below, edge.below) ? edge.below : below,
  };
}

/**
 * At most `limit` entries of a range that fit a filter: from its new end (`newest`), newest first, or from its old end
 * (`oldest`), oldest first.
 */
export async function readAuditRange(
  filter: AuditFilter,
  { range, end, limit }: { range: AuditRange; end: "newest" | "oldest"; limit: number },
): Promise<AuditRow[]> {
  return await db().$queryRaw<AuditRow[]>(auditRangeSql(filter, { range, end, limit }));
}

/** How many entries fit a filter, counted up to `most`. */
export async function countAuditRange(filter: AuditFilter, most: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>(auditCountSql(filter, most));
  return row?.count ?? 0;
}

/** The statement of `countAuditRange`. */
export function auditCountSql(filter: AuditFilter, most: number): Prisma.Sql {
  const found = fittingSql(filter, { range: rangeOf(filter), end: "newest", limit: most, columns: Prisma.sql`1` });
  return Prisma.sql`
    SELECT count(*)::int AS "count" FROM (SELECT FROM (${found}) AS fitting LIMIT ${most}) AS counted`;
}

/** The statement of `readAuditRange`. */
export function auditRangeSql(
  filter: AuditFilter,
  { range, end, limit }: { range: AuditRange; end: "newest" | "oldest"; limit: number },
): Prisma.Sql {
  const columns = Prisma.sql`event."id", event."at", event."name", event."actorId", event."subjectId",
    event."challengeId", event."maskedIdentifier", event."ip", event."userAgent", event."details"`;
  const direction = directions[end];
  return Prisma.sql`
    SELECT * FROM (${fittingSql(filter, { range, end, limit, columns })}) AS fitting
    ORDER BY "at" ${direction}, "id" ${direction} LIMIT ${limit}`;
}

const directions = { newest: Prisma.raw("DESC"), oldest: Prisma.raw("ASC") };

/**
 * For each way to filter there is an index that begins with the columns of the filter and ends with (at, id), so that a
 * page is one stretch of it. Left to itself PostgreSQL does not always take it: where it believes a name or an actor to
 * be frequent, it walks the index of all entries in the hope to meet 50 of them soon, and reads millions where they are
 * all old. So the first column of the filter is ordered by as well. It is compared by `= ANY`, since an order by what is
 * `=` one value is none to the planner, and is dropped. Only the right index then has the order, whatever the statistics
 * say. Several names are one such stretch each, merged. A subject with an actor is a stretch of the subject's, in which
 * the index itself tells the actor, or all of the actor's where those are fewer.
 */
function fittingSql(
  filter: AuditFilter,
  { range, end, limit, columns }: { range: AuditRange; end: "newest" | "oldest"; limit: number; columns: Prisma.Sql },
): Prisma.Sql {
  const names = [...new Set(filter.names)];
  const conditions: Prisma.Sql[] = [];
  const order: Prisma.Sql[] = [];
  const [person, personId] = filter.subjectId
    ? [Prisma.sql`event."subjectId"`, filter.subjectId]
    : [Prisma.sql`event."actorId"`, filter.actorId];
  if (personId) {
    conditions.push(Prisma.sql`${person} = ANY(ARRAY[${personId}::uuid])`);
    order.push(person);
    if (names.length > 0) conditions.push(Prisma.sql`event."name" = wanted."name"`);
  } else if (names.length > 0) {
    conditions.push(Prisma.sql`event."name" = ANY(ARRAY[wanted."name"])`);
    order.push(Prisma.sql`event."name"`);
  }
  if (filter.subjectId && filter.actorId) conditions.push(Prisma.sql`event."actorId" = ${filter.actorId}::uuid`);
  conditions.push(Prisma.sql`(event."at", event."id") > (${range.above.at}::timestamptz, ${range.above.id}::bigint)`);
  conditions.push(Prisma.sql`(event."at", event."id") < (${range.below.at}::timestamptz, ${range.below.id}::bigint)`);
  order.push(Prisma.sql`event."at"`, Prisma.sql`event."id"`);
  const stretch = Prisma.sql`
    SELECT ${columns} FROM "AuditEvent" AS event WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${Prisma.join(order.map((key) => Prisma.sql`${key} ${directions[end]}`))} LIMIT ${limit}`;
  if (names.length === 0) return stretch;
  return Prisma.sql`
    SELECT stretch.* FROM unnest(${names}::text[]) AS wanted("name") CROSS JOIN LATERAL (${stretch}) AS stretch`;
}

/** A place in the audit trail: its order is by time, then by id, since many entries share a millisecond. */
export type AuditPosition = { at: Date; id: bigint };

/** Before every entry, and after every entry. */
const trailStart: AuditPosition = { at: new Date(0), id: 0n };
export const trailEnd: AuditPosition = { at: new Date("9999-12-31T00:00:00Z"), id: 0n };

export function isLater(one: AuditPosition, other: AuditPosition): boolean {
  const apart = one.at.getTime() - other.at.getTime();
  return apart === 0 ? one.id > other.id : apart > 0;
}

/** A position as it stands in an address. It names an entry and gives no right to anything. */
export function writeCursor({ at, id }: AuditPosition): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** The position that a cursor names; null for anything that `writeCursor` would not have written. */
export function readCursor(cursor: string): AuditPosition | null {
  if (cursor.length > 60) return null;
  const [, ms, digits] = /^(\d{1,15})\.(\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (ms === undefined || digits === undefined) return null;
  const position = { at: new Date(Number(ms)), id: BigInt(digits) };
  const isInTrail = !isLater(trailStart, position) && isLater(trailEnd, position);
  return isInTrail && writeCursor(position) === cursor ? position : null;
}
