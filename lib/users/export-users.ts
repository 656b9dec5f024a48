import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { byIndex } from "./by-index";
import { where } from "./count-users";
import { type UserRow, userColumns } from "./list-users";
import { filterConditions, type UserFilter } from "./user-filter";
import { type UserOrder, type UserPlace, walkInOrder } from "./user-order";

/** Rows of the table that one statement looks through. Memory holds those of them that fit. */
const windowSize = 5_000;

/**
 * All users that fit, in batches and in the list's order, each batch read when it is asked for. The table is looked
 * through window by window along the index of the order, so that no statement is long and none grows with the table.
 * Users who register meanwhile may be missing or there; nobody is there twice unless their place in the order changes.
 */
export async function* exportUsers(filter: UserFilter, order: UserOrder): AsyncGenerator<UserRow[], void, void> {
  const walk = walkInOrder(order);
  let start: UserPlace | undefined;
  do {
    const after = start ? [walk.isAfter(start)] : [];
    const [edge] = await byIndex<UserPlace>(Prisma.sql`
      SELECT "id", ${textOf(order, walk.key)} AS key FROM "User" ${where(after)}
      ORDER BY ${walk.order} OFFSET ${windowSize - 1} LIMIT 1`);
    const window = edge ? [...after, walk.isUpTo(edge)] : after;
    const users = await byIndex<UserRow>(Prisma.sql`
      SELECT ${userColumns} FROM "User" u ${where([...window, ...filterConditions(filter)])} ORDER BY ${walk.order}`);
    if (users.length > 0) yield users;
    start = edge;
  } while (start);
}

/** A sort key in the form of a place. */
function textOf(order: UserOrder, key: Prisma.Sql): Prisma.Sql {
  return order === "username" ? key : Prisma.sql`(${key})::text`;
}

/**
 * Notes in the audit trail who takes users out of the shop, and which: the filters, and whether there was a search. What
 * was searched for may be somebody's address, and stays out.
 */
export async function recordExport(
  staff: { id: string; ip: string | null; userAgent: string | null },
  filter: UserFilter,
  order: UserOrder,
): Promise<void> {
  const { search, ...others } = filter;
  const details: Record<string, string | boolean> = { order, isSearch: Boolean(search) };
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined) details[name] = value instanceof Date ? value.toISOString() : value;
  }
  await recordEvent(db(), {
    name: "users_exported",
    actorId: staff.id,
    ip: staff.ip,
    userAgent: staff.userAgent,
    details,
  });
}
