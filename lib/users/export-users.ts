import type { AuditEntry } from "@/lib/audit/events";
import type { CsvField } from "@/lib/csv/csv";
import { Prisma } from "@/lib/db/generated/client";
import { type UserRow, userColumns, where } from "./list-users";
import { mapPersonFields } from "./person-fields";
import { byIndex, filterConditions, type UserFilter, userSource } from "./user-filter";
import { type UserCursor, type UserOrder, walkInOrder } from "./user-order";

const windowSize = 5_000;

/** Matching users in order, in batches read on demand. Each statement reads one window, however large the table. */
export async function* exportUsers(filter: UserFilter, order: UserOrder): AsyncGenerator<UserRow[], void, void> {
  const walk = walkInOrder(order);
  let start: UserCursor | undefined;
  do {
    const after = start ? [walk.isAfter(start)] : [];
    const [edge] = await byIndex<UserCursor>(Prisma.sql`
      SELECT "id", ${textOf(order, walk.key)} AS key FROM ${userSource({}, order).from} ${where(after)}
      ORDER BY ${walk.order} OFFSET ${windowSize - 1} LIMIT 1`);
    const window = edge ? [...after, walk.isUpTo(edge)] : after;
    const users = await byIndex<UserRow>(Prisma.sql`
      SELECT ${userColumns} FROM ${userSource(filter, order).from}
      ${where([...window, ...filterConditions(filter)])} ORDER BY ${walk.order}`);
    if (users.length > 0) yield users;
    start = edge;
  } while (start);
}

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

export const userCsvColumns = Object.keys(csvFields);

export async function* userCsvLines(batches: AsyncIterable<UserRow[]>): AsyncGenerator<CsvField[][], void, void> {
  for await (const users of batches) yield users.map((user) => Object.values(csvFields).map((field) => field(user)));
}

/** The audit entry. The search text may be someone's address, and stays out. */
export function userExportEntry(filter: UserFilter, order: UserOrder): Pick<AuditEntry, "name" | "details"> {
  const { search, ...others } = filter;
  const details: Record<string, string | boolean> = { order, isSearch: Boolean(search) };
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined) details[name] = value instanceof Date ? value.toISOString() : value;
  }
  return { name: "users_exported", details };
}
