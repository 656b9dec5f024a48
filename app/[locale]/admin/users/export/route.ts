import { answerExport } from "@/app/[locale]/admin/csv-export";
import { filterOf, orderOf, readUserQuery, type UserFields, userListHref } from "@/app/[locale]/admin/users/user-query";
import { requireStaff } from "@/lib/auth/access/access-rules";
import { csvResponse } from "@/lib/csv/csv";
import { seeOther } from "@/lib/http/safe-redirect";
import { exportUsers, userCsvColumns, userCsvLines, userExportEntry } from "@/lib/users/export-users";

/** The list has the button. */
export async function GET(request: Request): Promise<Response> {
  await requireStaff("/admin/users");
  return seeOther(userListHref({ fields: readFields(request) }));
}

/** Streamed as it is read. */
export async function POST(request: Request): Promise<Response> {
  const session = await requireStaff("/admin/users");
  const fields = readFields(request);
  const [filter, order] = [filterOf(fields), orderOf(fields)];
  return await answerExport(request, session, {
    page: userListHref({ fields }),
    records: "users",
    entry: userExportEntry(filter, order),
    file: () => csvResponse("users", userCsvColumns, userCsvLines(exportUsers(filter, order))),
  });
}

function readFields(request: Request): UserFields {
  return readUserQuery(Object.fromEntries(new URL(request.url).searchParams)).fields;
}
