import { filterOf, orderOf, readUserQuery } from "@/app/[locale]/admin/users/user-query";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { readVisitor } from "@/lib/auth/visitor";
import { csvResponse } from "@/lib/csv/csv-response";
import { exportUsers, recordExport } from "@/lib/users/export-users";
import { userCsvColumns, userCsvLines } from "@/lib/users/user-csv";

/** All users of the list that the same parameters show, as a CSV file that is written while it is read. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("/admin/users");
  const url = new URL(request.url);
  const { fields } = readUserQuery(Object.fromEntries(url.searchParams));
  const filter = filterOf(fields);
  const { ip, userAgent } = readVisitor(request.headers);
  await orUnavailable(() => recordExport({ id: staff.id, ip, userAgent }, filter, orderOf(fields)));
  return csvResponse("users", userCsvColumns, userCsvLines(exportUsers(filter, orderOf(fields))));
}
