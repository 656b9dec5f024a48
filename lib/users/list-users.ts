import { Prisma } from "@/lib/db/generated/client";
import { byIndex } from "./by-index";
import { countUsers, estimateUsers, type UserCount, where } from "./count-users";
import type { Role } from "./roles";
import { filterConditions, lastLoginConditions, registeredConditions, type UserFilter } from "./user-filter";
import { placeOf, type UserOrder, type UserPlace, type Walk, walkInOrder } from "./user-order";

/** Users on one page of the list. */
export const userPageSize = 25;

/** A user as the dashboard lists it. */
export type UserRow = {
  id: string;
  username: string;
  email: string;
  phone: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
  lastLoginAt: Date | null;
};

export type UserPage = { users: UserRow[]; next: UserPlace | null; previous: UserPlace | null; count: UserCount };

export type UserListQuery = {
  filter?: UserFilter;
  order?: UserOrder;
  /** Begin behind this place, or end before that one. */
  after?: UserPlace | undefined;
  before?: UserPlace | undefined;
};

/** The columns of a `UserRow`. */
export const userColumns = Prisma.sql`"id", "username", "email", "phone", "role",
  "disabledAt" IS NOT NULL AS "isDisabled", "createdAt", "lastLoginAt"`;

/**
 * One page of the users that fit, and how many there are. Keyset paging: a page begins at a place and not at a number,
 * so a deep page costs as little as the first.
 *
 * The planner is not left to choose between the two ways to a page, since a wrong guess costs seconds at a million
 * rows (docs/decisions/two-ways-to-a-page.md): first the list is walked in its order, as far as is cheap. Where that
 * does not fill the page, few users fit, and they are gathered by the indexes of the filters and then sorted.
 */
export async function listUsers({ filter = {}, order = "newest", after, before }: UserListQuery): Promise<UserPage> {
  const isBackwards = before !== undefined;
  const place = before ?? after;
  const walk = walkInOrder(order, isBackwards);
  const estimate = await estimateUsers(filter);

  const reach = estimate > manyFit ? longReach : shortReach;
  let rows = await walkToPage(filter, order, walk, place, reach);
  let count: UserCount | null = null;
  if (rows.length <= userPageSize && (await isLongerThan(filter, order, walk, place, reach))) {
    ({ rows, count } = await gatherPage(filter, walk, place));
  }

  const hasMore = rows.length > userPageSize;
  const users = rows.slice(0, userPageSize);
  if (isBackwards) users.reverse();
  const [first, last] = [users[0], users.at(-1)];
  const hasNext = isBackwards ? last !== undefined : hasMore;
  const hasPrevious = isBackwards ? hasMore : after !== undefined;
  if (!place && !hasMore) count = { kind: "exact", count: users.length };
  return {
    users,
    next: hasNext && last ? placeOf(last, order) : null,
    previous: hasPrevious && first ? placeOf(first, order) : null,
    count: count ?? (await countUsers(filter, estimate)),
  };
}

/** How many rows are walked at most; more where so many fit that gathering them would take longer. */
const shortReach = 10_000;
const longReach = 50_000;
const manyFit = 50_000;

/** The part of the table that is walked: from a place on, within the bounds that the list's own order gives. */
function walked(filter: UserFilter, order: UserOrder, walk: Walk, place: UserPlace | undefined): Prisma.Sql {
  const bounds: Record<UserOrder, (filter: UserFilter) => Prisma.Sql[]> = {
    newest: registeredConditions,
    oldest: registeredConditions,
    "last-login": lastLoginConditions,
    username: () => [],
  };
  const conditions = [...bounds[order](filter), ...(place ? [walk.isAfter(place)] : [])];
  return Prisma.sql`FROM "User" ${where(conditions)} ORDER BY ${walk.order}`;
}

async function walkToPage(
  filter: UserFilter,
  order: UserOrder,
  walk: Walk,
  place: UserPlace | undefined,
  reach: number,
): Promise<UserRow[]> {
  return await byIndex<UserRow>(Prisma.sql`
    SELECT ${userColumns}
    FROM (SELECT "id", "username", "usernameKey", "email", "phone", "role", "disabledAt", "createdAt", "lastLoginAt",
        ${walk.key} AS "key"
      ${walked(filter, order, walk, place)} LIMIT ${reach}) u
    ${where(filterConditions(filter))}
    ORDER BY ${walk.orderByKey} LIMIT ${userPageSize + 1}`);
}

/** Whether the walk ended before the list did. */
async function isLongerThan(
  filter: UserFilter,
  order: UserOrder,
  walk: Walk,
  place: UserPlace | undefined,
  reach: number,
): Promise<boolean> {
  const beyond = await byIndex(Prisma.sql`
    SELECT "id" ${walked(filter, order, walk, place)} OFFSET ${reach} LIMIT 1`);
  return beyond.length > 0;
}

/** The page by way of all that fit, which are then counted as well. */
async function gatherPage(
  filter: UserFilter,
  walk: Walk,
  place: UserPlace | undefined,
): Promise<{ rows: UserRow[]; count: UserCount | null }> {
  const rows = await byIndex<UserRow & { total: number }>(Prisma.sql`
    WITH fitting AS MATERIALIZED (
      SELECT "id", "createdAt", "lastLoginAt", "usernameKey" FROM "User" u ${where(filterConditions(filter))}
    ), page AS MATERIALIZED (
      SELECT "id" FROM fitting ${where(place ? [walk.isAfter(place)] : [])}
      ORDER BY ${walk.order} LIMIT ${userPageSize + 1}
    )
    SELECT ${userColumns}, (SELECT count(*)::int FROM fitting) AS total
    FROM "User" WHERE "id" IN (SELECT "id" FROM page) ORDER BY ${walk.order}`);
  const total = rows[0]?.total;
  return {
    rows: rows.map(({ total: _, ...user }) => user),
    count: total === undefined ? null : { kind: "exact", count: total },
  };
}
