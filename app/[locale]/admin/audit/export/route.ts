import { readAuditQuery, type SearchParams } from "@/app/[locale]/admin/audit/audit-query";
import { findFilter } from "@/app/[locale]/admin/audit/find-filter";
import { answerExport } from "@/app/[locale]/admin/csv-export";
import { auditExportColumns, auditExportEntry, exportAuditEvents } from "@/lib/admin/export-audit-events";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { csvResponse } from "@/lib/csv/csv";
import { seeOther } from "@/lib/http/safe-redirect";
import { requestLocale } from "@/lib/i18n/request-translations";

/** The page has the button. */
export async function GET(request: Request): Promise<Response> {
  await requireStaff("/admin/audit");
  return seeOther(pageOf(request));
}

/** CSV (RFC 4180) with the page's filters; audited. */
export async function POST(request: Request): Promise<Response> {
  const session = await requireStaff("/admin/audit");
  const query = readAuditQuery(readSearchParams(new URL(request.url).searchParams));
  const { filter, shown } = await orUnavailable(() => findFilter(query));
  // A partial file would be taken for the whole.
  if (filter === null || shown.notes.length > 0) return seeOther(pageOf(request));
  const locale = await requestLocale();
  return await answerExport(request, session, {
    page: pageOf(request),
    records: "audit",
    entry: auditExportEntry(filter),
    file: () => csvResponse("audit-trail", auditExportColumns, exportAuditEvents(filter, locale)),
  });
}

function pageOf(request: Request): string {
  return `/admin/audit${new URL(request.url).search}`;
}

function readSearchParams(parameters: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
