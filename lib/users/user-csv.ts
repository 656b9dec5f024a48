import type { CsvField } from "@/lib/csv/csv";
import type { UserRow } from "./list-users";

const fields = {
  id: (user: UserRow) => user.id,
  username: (user: UserRow) => user.username,
  email: (user: UserRow) => user.email,
  phone: (user: UserRow) => user.phone,
  role: (user: UserRow) => user.role,
  disabled: (user: UserRow) => user.isDisabled,
  registered: (user: UserRow) => user.createdAt,
  last_login: (user: UserRow) => user.lastLoginAt,
};

/** The columns of users in a CSV file. */
export const userCsvColumns = Object.keys(fields);

/** Batches of users as batches of lines. */
export async function* userCsvLines(batches: AsyncIterable<UserRow[]>): AsyncGenerator<CsvField[][], void, void> {
  for await (const users of batches) yield users.map((user) => Object.values(fields).map((field) => field(user)));
}
