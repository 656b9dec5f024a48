import type { AuditEntry } from "@/lib/audit/events";
import type { CsvField } from "@/lib/csv/csv";
import { Prisma } from "@/lib/db/generated/client";
import { where } from "./count-users";
import { type UserRow, userColumns } from "./list-users";
import { mapPersonFields } from "./person-fields";
import { byIndex, filterConditions, type UserFilter } from "./user-filter";
import { type UserCursor, type UserOrder, walkInOrder } from "./user-order";

/** Rows of the table that one statement looks through. Memory holds those of them that fit. */
const windowSize = 5_000;

/**
 * All users that fit, in batches and in the list's order, each batch read when it is asked for. The table is looked
 * through window by window along the index of the order, so that no statement is long and none grows with the table.
 * Users who register meanwhile may be missing or there; nobody is there twice unless their place in the order changes.
 */
export async function* exportUsers(filter: UserFilter, order: UserOrder): AsyncGenerator<UserRow[], void, void> {
  const walk = walkInOrder(order);
  let start: UserCursor | undefined;
  do {
    const after = start ? [walk.isAfter(start)] : [];
    const [edge] = await byIndex<UserCursor>(Prisma.sql`
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

const csvFields = {
  id: (user: UserRow) => user.id,
  ...mapPersonFields((name) => (user: UserRow) => user[name]),
  role: (user: UserRow) => user.role,
  disabled: (user: UserRow) => user.isDisabled,
  registered: (user: UserRow) => user.createdAt,
  last_login: (user: UserRow) => user.lastLoginAt,
};

/** The columns of users in a CSV file. */
export const userCsvColumns = Object.keys(csvFields);

/** Batches of users as batches of lines. */
export async function* userCsvLines(batches: AsyncIterable<UserRow[]>): AsyncGenerator<CsvField[][], void, void> {
  for await (const users of batches) yield users.map((user) => Object.values(csvFields).map((field) => field(user)));
}

/**
 * What the trail says of an export with this filter: which users, and whether there was a search. What was searched for
 * may be somebody's address, and stays out.
 */
export function userExportEntry(filter: UserFilter, order: UserOrder): Pick<AuditEntry, "name" | "details"> {
  const { search, ...others } = filter;
  const details: Record<string, string | boolean> = { order, isSearch: Boolean(search) };
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined) details[name] = value instanceof Date ? value.toISOString() : value;
  }
  return { name: "users_exported", details };
}
