import type { AuditEventName } from "@/lib/audit/events";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** All that is given must match. */
export type AuditFilter = {
  /** A user's id. */
  actorId?: string | undefined;
  /** A user's id. */
  subjectId?: string | undefined;
  /** Empty or absent: any. */
  names?: readonly AuditEventName[] | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
};

/** Both ends are exclusive. */
export type AuditRange = { above: AuditPosition; below: AuditPosition };

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

export function rangeOf({ from, to }: AuditFilter, edge: Partial<AuditRange> = {}): AuditRange {
  const above = from ? { at: from, id: 0n } : trailStart;
  const below = to ? { at: to, id: 0n } : trailEnd;
  return {
    above: edge.above && isLater(edge.above, above) ? edge.above : above,
    below: edge.below && isLater(below, edge.below) ? edge.below : below,
  };
}

/** At most `limit` matching entries from the `newest` or `oldest` end. */
export async function readAuditRange(
  filter: AuditFilter,
  { range, end, limit }: { range: AuditRange; end: "newest" | "oldest"; limit: number },
): Promise<AuditRow[]> {
  return await db().$queryRaw<AuditRow[]>(auditRangeSql(filter, { range, end, limit }));
}

export async function countAuditRange(filter: AuditFilter, most: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>(auditCountSql(filter, most));
  return row?.count ?? 0;
}

export function auditCountSql(filter: AuditFilter, most: number): Prisma.Sql {
  const found = fittingSql(filter, { range: rangeOf(filter), end: "newest", limit: most, columns: Prisma.sql`1` });
  return Prisma.sql`
    SELECT count(*)::int AS "count" FROM (SELECT FROM (${found}) AS fitting LIMIT ${most}) AS counted`;
}

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

/** Each filter has an index ending in (at, id). Ordering by its first column, compared by `= ANY`, makes the planner
 * take it: with `=` the column is dropped from the order, and frequent values lead to walks over millions of rows. */
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

/** Time, then id: many entries share a millisecond. */
export type AuditPosition = { at: Date; id: bigint };

const trailStart: AuditPosition = { at: new Date(0), id: 0n };
export const trailEnd: AuditPosition = { at: new Date("9999-12-31T00:00:00Z"), id: 0n };

export function isLater(one: AuditPosition, other: AuditPosition): boolean {
  const apart = one.at.getTime() - other.at.getTime();
  return apart === 0 ? one.id > other.id : apart > 0;
}

export function writeCursor({ at, id }: AuditPosition): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** Null unless written by `writeCursor`. */
export function readCursor(cursor: string): AuditPosition | null {
  if (cursor.length > 60) return null;
  const [, ms, digits] = /^(\d{1,15})\.(\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (ms === undefined || digits === undefined) return null;
  const position = { at: new Date(Number(ms)), id: BigInt(digits) };
  const isInTrail = !isLater(trailStart, position) && isLater(trailEnd, position);
  return isInTrail && writeCursor(position) === cursor ? position : null;
}
