import { headers } from "next/headers";
import { readAuditQuery, type SearchParams } from "@/app/[locale]/admin/audit/audit-query";
import { findFilter } from "@/app/[locale]/admin/audit/find-filter";
import { auditExportColumns, exportAuditEvents } from "@/lib/admin/export-audit-events";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { readVisitor } from "@/lib/auth/visitor";
import { csvResponse } from "@/lib/csv/csv-response";
import { requestLocale } from "@/lib/i18n/request-translations";

/** The audit trail as a CSV file (RFC 4180), with the filters of the page. Staff may read it; that they did is in it. */
export async function GET(request: Request): Promise<Response> {
  const user = await requireStaff("/admin/audit");
  const { search, searchParams } = new URL(request.url);
  const query = readAuditQuery(readSearchParams(searchParams));
  const { filter, shown } = await orUnavailable(() => findFilter(query));
  // A file that leaves out what was asked for would be taken for the whole: the page says what is wrong.
  if (filter === null || shown.notes.length > 0) {
    return new Response(null, {
      status: 303,
      headers: { Location: `/admin/audit${search}`, "Cache-Control": "private, no-store" },
    });
  }
  const { ip, userAgent } = readVisitor(await headers());
  const locale = await requestLocale();
  const batches = await orUnavailable(() => exportAuditEvents(filter, { id: user.id, ip, userAgent }, locale));
  return csvResponse("myshop-audit", auditExportColumns, batches);
}

function readSearchParams(parameters: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
