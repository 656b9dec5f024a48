import { Prisma } from "@/lib/db/generated/client";
import type { OrderState, PaymentMethod } from "@/lib/db/generated/enums";
import { cutPage } from "@/lib/db/keyset-page";
import { readTyped } from "@/lib/typed-text";
import { where } from "@/lib/users/list-users";
import { byIndex } from "@/lib/users/user-filter";

const orderPageSize = 50;

/** All that is given must match. Times include their beginning and exclude their end. */
export type OrderFilter = {
  /** A number, or the beginnings of words in the name. */
  search?: string | undefined;
  /** A user's id. */
  customerId?: string | undefined;
  state?: OrderState | undefined;
  from?: Date | undefined;
  before?: Date | undefined;
};

export type OrderRow = {
  id: string;
  number: number;
  state: OrderState;
  placedAt: Date;
  name: string;
  country: string;
  totalCents: number;
  currency: string;
  payment: PaymentMethod;
  paidAt: Date | null;
};

export type OrderPosition = { at: Date; id: string };

export type OrderPage = { orders: OrderRow[]; older: OrderPosition | null; newer: OrderPosition | null };

/** What a filter asks of the database; null where nothing can match. */
type Asked = { bounds: Prisma.Sql[]; order: Prisma.Sql[]; words: readonly string[] };

/** One page, newest first, by keyset (time, id). `after` wins over `before`. */
export async function listOrders(
  filter: OrderFilter,
  { after, before }: { after?: OrderPosition | undefined; before?: OrderPosition | undefined } = {},
): Promise<OrderPage> {
  const asked = readFilter(filter);
  if (asked === null) return { orders: [], older: null, newer: null };
  const place = after ?? before;
  const isBackwards = after === undefined && before !== undefined;
  const rows = await readRange(asked, { place, isBackwards, limit: orderPageSize + 1 });
  const cut = cutPage(rows, orderPageSize, { isBackwards, hasPlace: place !== undefined });
  const { page: orders, hasPrevious, hasNext } = cut;
  const [first, last] = [orders[0], orders.at(-1)];
  return {
    orders,
    newer: first && hasPrevious ? positionOf(first) : null,
    older: last && hasNext ? positionOf(last) : null,
  };
}

const countedAtMost = 1_000;

/** Exact up to 1,000; `isMore` past that. */
export async function countOrders(filter: OrderFilter): Promise<{ count: number; isMore: boolean }> {
  const asked = readFilter(filter);
  if (asked === null) return { count: 0, isMore: false };
  const conditions = [...asked.bounds, ...wordConditions(asked)];
  const [row] = await byIndex<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS "count"
    FROM (SELECT FROM "Order" ${where(conditions)} LIMIT ${countedAtMost + 1}) AS fitting`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, countedAtMost), isMore: count > countedAtMost };
}

type Range = { place?: OrderPosition | undefined; isBackwards?: boolean; limit: number };

/** Names are compared in so many of the next orders before the index of words is asked. */
const reach = 5_000;

/** By the index of the order, or, where few orders have the words, by that of the words. */
export async function readRange(asked: Asked, range: Range): Promise<OrderRow[]> {
  if (asked.words.length === 0) return await byIndex<OrderRow>(rangeSql(asked, range));
  const near = await byIndex<OrderRow & { walked: number }>(walkSql(asked, range));
  const [walked = 0] = near.map((row) => row.walked);
  const rows = near.filter(({ id }) => id !== null).map(({ walked: _, ...row }) => row);
  if (rows.length >= range.limit || walked < reach) return rows;
  return await byIndex<OrderRow>(gatherSql(asked, range));
}

const columns = Prisma.sql`"id", "number", "state", "placedAt", "name", "country", "totalCents", "currency", "payment", "paidAt"`;

export function rangeSql({ bounds, order }: Asked, { place, isBackwards = false, limit }: Range): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM "Order" ${where([...bounds, ...beyond(place, isBackwards)])}
    ORDER BY ${inOrder(order, isBackwards)} LIMIT ${limit}`;
}

/** At least one row, for its count of walked orders. */
function walkSql(asked: Asked, range: Range): Prisma.Sql {
  // Cheap, so that few names are taken apart. Words hold no wildcard.
  const parts = asked.words.map((word) => Prisma.sql`"name" ILIKE ${`%${word}%`}`);
  const condition = Prisma.join([...parts, ...wordConditions(asked)], " AND ");
  return Prisma.sql`
    WITH near AS MATERIALIZED (${rangeSql(asked, { ...range, limit: reach })}), found AS (
      SELECT * FROM near WHERE ${condition} ORDER BY ${inOrder([], range.isBackwards)} LIMIT ${range.limit}
    )
    SELECT found.*, total."walked" FROM (SELECT count(*)::int AS "walked" FROM near) AS total
    LEFT JOIN found ON TRUE ORDER BY ${inOrder([], range.isBackwards)}`;
}

/** OFFSET 0 keeps the planner from walking the order. */
function gatherSql(asked: Asked, { place, isBackwards = false, limit }: Range): Prisma.Sql {
  const conditions = [...wordConditions(asked), ...asked.bounds, ...beyond(place, isBackwards)];
  return Prisma.sql`
    SELECT * FROM (SELECT ${columns} FROM "Order" ${where(conditions)} OFFSET 0) AS fitting
    ORDER BY ${inOrder([], isBackwards)} LIMIT ${limit}`;
}

/** Each filter has an index that ends in (time, id). Compared by `= ANY` and ordered by its first column, no other fits
 * (docs/decisions/audit-trail-queries.md). */
export function readFilter({ search, customerId, state, from, before }: OrderFilter): Asked | null {
  const bounds: Prisma.Sql[] = [];
  const order: Prisma.Sql[] = [];
  const text = readTyped((search ?? "").slice(0, 300).replace(/\p{Cc}|\p{Cs}/gu, " "));
  let words: readonly string[] = [];
  if (/^#?\d{1,9}$/.test(text)) bounds.push(Prisma.sql`"number" = ${Number(text.replace("#", ""))}`);
  else if (text !== "") {
    words = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, 8) ?? [];
    if (words.length === 0) return null;
  }
  if (customerId) {
    bounds.push(Prisma.sql`"userId" = ANY(ARRAY[${customerId}::uuid])`);
    order.push(Prisma.sql`"userId"`);
  }
  if (state) {
    bounds.push(Prisma.sql`"state" = ANY(ARRAY[${state}::"OrderState"])`);
    if (order.length === 0) order.push(Prisma.sql`"state"`);
  }
  if (from) bounds.push(Prisma.sql`"placedAt" >= ${from}::timestamptz`);
  if (before) bounds.push(Prisma.sql`"placedAt" < ${before}::timestamptz`);
  return { bounds, order, words };
}

/** Each word as the beginning of one (PostgreSQL manual, 12.3.2). */
function wordConditions({ words }: Asked): Prisma.Sql[] {
  if (words.length === 0) return [];
  const query = words.map((word) => `'${word}':*`).join(" & ");
  return [Prisma.sql`to_tsvector('simple', "name") @@ to_tsquery('simple', ${query})`];
}

function beyond(place: OrderPosition | undefined, isBackwards: boolean): Prisma.Sql[] {
  if (place === undefined) return [];
  const sign = isBackwards ? Prisma.sql`>` : Prisma.sql`<`;
  return [Prisma.sql`("placedAt", "id") ${sign} (${place.at}::timestamptz, ${place.id}::uuid)`];
}

function inOrder(first: Prisma.Sql[], isBackwards = false): Prisma.Sql {
  const direction = isBackwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const keys = [...first, Prisma.sql`"placedAt"`, Prisma.sql`"id"`];
  return Prisma.join(keys.map((key) => Prisma.sql`${key} ${direction}`));
}

export function positionOf({ placedAt, id }: Pick<OrderRow, "placedAt" | "id">): OrderPosition {
  return { at: placedAt, id };
}
