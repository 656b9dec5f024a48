import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cutPage } from "@/lib/db/keyset-page";
import { type PersonField, personFieldNames } from "./person-fields";
import type { Role } from "./roles";
import {
  byIndex,
  chooseSearchMethod,
  explain,
  filterConditions,
  lastLoginConditions,
  type PlanNode,
  registeredConditions,
  type UserFilter,
  userSource,
} from "./user-filter";
import { cursorOf, type UserCursor, type UserOrder, type Walk, walkInOrder } from "./user-order";

export const userPageSize = 25;

export type UserRow = Record<PersonField, string> & {
  id: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
  lastLoginAt: Date | null;
};

type UserPage = { users: UserRow[]; next: UserCursor | null; previous: UserCursor | null; count: UserCount };

export type UserListQuery = {
  filter?: UserFilter;
  order?: UserOrder;
  after?: UserCursor | undefined;
  before?: UserCursor | undefined;
};

const personColumns = Prisma.raw(personFieldNames.map((name) => `"${name}"`).join(", "));

export const userColumns = Prisma.sql`"id", ${personColumns}, "role",
  "disabledAt" IS NOT NULL AS "isDisabled", "createdAt", "lastLoginAt"`;

/** One page and the count, in two ways (docs/decisions/user-list-queries.md). */
export async function listUsers({ filter = {}, order = "newest", after, before }: UserListQuery): Promise<UserPage> {
  const isBackwards = before !== undefined;
  const place = before ?? after;
  const walk = walkInOrder(order, isBackwards);
  const estimate = await estimateUsers(filter);

  const isByName = order === "username" && Boolean(filter.search);
  const reach = reachOf(estimate, await estimateRange(filter, order), isByName);
  let rows = await walkToPage(filter, order, walk, place, reach);
  let count: UserCount | null = null;
  const isShort = rows.length <= userPageSize;
  if (isShort && (estimate.touched <= reach || (await isLongerThan(filter, order, walk, place, reach)))) {
    ({ rows, count } = await gatherPage(filter, order, walk, place, estimate));
  }

  const cut = cutPage(rows, userPageSize, { isBackwards, hasPlace: place !== undefined });
  const { page: users, hasPrevious, hasNext } = cut;
  const [first, last] = [users[0], users.at(-1)];
  if (!place && !hasNext) count = { kind: "exact", count: users.length };
  return {
    users,
    next: hasNext && last ? cursorOf(last, order) : null,
    previous: hasPrevious && first ? cursorOf(first, order) : null,
    count: count ?? (await countUsers(filter, estimate)),
  };
}

/** Walked even if the planner expects nothing: a few milliseconds. */
const shortestReach = 2_000;
/** Walking more takes as long as gathering. */
const longestReach = 25_000;
/** With random matches, hardly one walk in a million takes more. */
const margin = 3;

/** The part of gathering's rows that a walk may cost first. */
const worthTrying = 1 / 3;

/** How many rows to walk at most. Matches of a search (`isByName`) stand together, so the walk stops early. */
function reachOf({ fitting, touched }: UserEstimate, range: number, isByName: boolean): number {
  const expected = ((userPageSize + 1) * range) / Math.max(fitting, 1);
  if (expected > touched) return shortestReach;
  const tried = isByName && touched <= longestReach ? 0 : worthTrying * touched;
  const reach = Math.max(Math.min(margin * expected, 2 * touched), tried, shortestReach);
  return Math.ceil(Math.min(reach, longestReach));
}

function boundsOf(filter: UserFilter, order: UserOrder): Prisma.Sql[] {
  if (order === "username") return [];
  return order === "last-login" ? lastLoginConditions(filter) : registeredConditions(filter);
}

function walked(filter: UserFilter, order: UserOrder, walk: Walk, place: UserCursor | undefined): Prisma.Sql {
  const conditions = [...boundsOf(filter, order), ...(place ? [walk.isAfter(place)] : [])];
  return Prisma.sql`FROM ${userSource(filter, order).from} ${where(conditions)} ORDER BY ${walk.order}`;
}

async function walkToPage(
  filter: UserFilter,
  order: UserOrder,
  walk: Walk,
  place: UserCursor | undefined,
  reach: number,
): Promise<UserRow[]> {
  return await byIndex<UserRow>(Prisma.sql`
    SELECT ${userColumns}
    FROM (SELECT "id", ${personColumns}, "usernameKey", "role", "disabledAt", "createdAt", "lastLoginAt",
        ${walk.key} AS "key" ${userSource(filter, order).columns}
      ${walked(filter, order, walk, place)} LIMIT ${reach}) u
    ${where(filterConditions(filter))}
    ORDER BY ${walk.orderByKey} LIMIT ${userPageSize + 1}`);
}

async function isLongerThan(
  filter: UserFilter,
  order: UserOrder,
  walk: Walk,
  place: UserCursor | undefined,
  reach: number,
): Promise<boolean> {
  const beyond = await byIndex(Prisma.sql`
    SELECT "id" ${walked(filter, order, walk, place)} OFFSET ${reach} LIMIT 1`);
  return beyond.length > 0;
}

/** Gathers, sorts and, if few, counts all matches. OFFSET 0 keeps the planner from walking the order. */
async function gatherPage(
  filter: UserFilter,
  order: UserOrder,
  walk: Walk,
  place: UserCursor | undefined,
  estimate: UserEstimate,
): Promise<{ rows: UserRow[]; count: UserCount | null }> {
  const total =
    estimate.fitting > mostCounted ? Prisma.sql`NULL::int` : Prisma.sql`(SELECT count(*)::int FROM fitting)`;
  const conditions = filterConditions(filter, await chooseSearchMethod(filter));
  const { from, columns } = userSource(filter, order);
  const rows = await byIndex<UserRow & { total: number | null }>(Prisma.sql`
    WITH fitting AS (
      SELECT "id", "createdAt", "usernameKey" ${columns} FROM ${from} ${where(conditions)} OFFSET 0
    ), page AS MATERIALIZED (
      SELECT "id" FROM fitting ${where(place ? [walk.isAfter(place)] : [])}
      ORDER BY ${walk.order} LIMIT ${userPageSize + 1}
    )
    SELECT ${userColumns}, ${total} AS total
    FROM ${from} WHERE "id" IN (SELECT "id" FROM page) ORDER BY ${walk.order}`);
  const counted = rows[0]?.total ?? null;
  return {
    rows: rows.map(({ total: _, ...user }) => user),
    count: counted === null ? null : { kind: "exact", count: counted },
  };
}

/** By username; unknown ids are left out. */
export async function findUsers(ids: string[]): Promise<{ id: string; username: string; email: string }[]> {
  return await db().user.findMany({
    where: { id: { in: ids } },
    orderBy: [{ usernameKey: "asc" }],
    select: { id: true, username: true, email: true },
  });
}

/** Counted, estimated by the planner, or only known to be more. */
export type UserCount = { kind: "exact" | "estimate" | "more than"; count: number };

const mostCounted = 5_000;

export function where(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
}

/** `fitting`: matching users; `touched`: rows read by the indexes. */
type UserEstimate = { fitting: number; touched: number };

async function estimateUsers(filter: UserFilter): Promise<UserEstimate> {
  const plan = await explain(Prisma.sql`SELECT FROM ${userSource(filter).from} ${where(filterConditions(filter))}`);
  return plan ? { fitting: plan["Plan Rows"], touched: touchedRows(plan) } : { fitting: 0, touched: 0 };
}

/** For conditions that one index answers. Reads no row of the table. */
async function estimateRange(filter: UserFilter, order: UserOrder): Promise<number> {
  const plan = await explain(
    Prisma.sql`SELECT FROM ${userSource(filter, order).from} ${where(boundsOf(filter, order))}`,
  );
  return plan?.["Plan Rows"] ?? 0;
}

/** Not counted: bitmaps of an index, which cost next to nothing. */
function touchedRows(node: PlanNode): number {
  const own = node["Node Type"] === "Bitmap Index Scan" ? 0 : node["Plan Rows"];
  return Math.max(own, ...(node.Plans ?? []).map(touchedRows));
}

/** Counts matching users if that touches few rows, else gives the estimate. */
async function countUsers(filter: UserFilter, { fitting, touched }: UserEstimate): Promise<UserCount> {
  if (touched > mostCounted) return { kind: "estimate", count: Number(fitting.toPrecision(2)) };
  const conditions = filterConditions(filter, await chooseSearchMethod(filter));
  const [row] = await byIndex<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM (SELECT FROM ${userSource(filter).from} ${where(conditions)} LIMIT ${mostCounted + 1}) fitting`);
  const count = row?.count ?? 0;
  return count > mostCounted ? { kind: "more than", count: mostCounted } : { kind: "exact", count };
}
