import { filterOf, orderOf, readUserQuery } from "@/app/admin/users/user-query";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { readVisitor } from "@/lib/auth/visitor";
import { csvResponse } from "@/lib/csv/csv-response";
import { exportUsers, recordExport } from "@/lib/users/export-users";
import type { UserRow } from "@/lib/users/list-users";

const columns = {
  id: (user: UserRow) => user.id,
  username: (user: UserRow) => user.username,
  email: (user: UserRow) => user.email,
  phone: (user: UserRow) => user.phone,
  role: (user: UserRow) => user.role,
  disabled: (user: UserRow) => user.isDisabled,
  registered: (user: UserRow) => user.createdAt,
  last_login: (user: UserRow) => user.lastLoginAt,
};

/** All users of the list that the same parameters show, as a CSV file that is written while it is read. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("/admin/users");
  const url = new URL(request.url);
  const { fields } = readUserQuery(Object.fromEntries(url.searchParams));
  const filter = filterOf(fields);
  const { ip, userAgent } = readVisitor(request.headers);
  await orUnavailable(() => recordExport({ id: staff.id, ip, userAgent }, filter, orderOf(fields)));
  return csvResponse("users", Object.keys(columns), lines(exportUsers(filter, orderOf(fields))));
}

async function* lines(batches: AsyncIterable<UserRow[]>) {
  for await (const users of batches) yield users.map((user) => Object.values(columns).map((column) => column(user)));
}
