import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { ExportForm, exportNotice } from "@/app/[locale]/admin/csv-export";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { PageLinks } from "@/components/layout/section-nav";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { type AuditCount, type AuditPage, estimateAuditEvents, listAuditEvents } from "@/lib/admin/list-audit-events";
import type { AuditFilter as Filter } from "@/lib/admin/read-audit-range";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { Translations } from "@/lib/i18n/translator";
import { keptDays } from "@/lib/retention";
import { AuditFilter } from "./audit-filter";
import { type AuditQuery, auditHref, readAuditQuery, type SearchParams } from "./audit-query";
import { AuditTable } from "./audit-table";
import { addressById, findFilter } from "./find-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminAudit");
  return { title: t("title") };
}

export default async function AuditTrailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("/admin/audit");
  const parameters = await searchParams;
  const refusal = exportNotice.find(parameters);
  const asked = readAuditQuery(parameters);
  const found = await orUnavailable(() => findFilter(asked));
  const address = addressById(found, asked);
  if (address !== null) redirect(address);
  const { filter, query, shown } = found;
  const { events, newer, older, count } = await orUnavailable(() => readPage(filter, query));
  const t = await getTranslations("adminAudit");
  return (
    <PageShell>
      <AdminNav current="/admin/audit" />
      <PageHeading title={t("title")} lead={t("lead", { days: keptDays.auditEvent })} />
      <div className="grid gap-6">
        <AuditFilter query={shown} />
        {shown.notes.length > 0 ? (
          <Alert tone="warning">
            {shown.notes.map((note) => (
              <p key={note}>{t(`notes.${note}`)}</p>
            ))}
          </Alert>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p role="status" className="text-ink-muted">
            {countInWords(count, t, "about")}
          </p>
          {count.count > 0 ? (
            <ExportForm
              href={auditHref({ ...query, after: "", before: "" }, "/admin/audit/export")}
              of={countInWords(count, t, "ofAbout")}
              refusal={refusal}
            >
              {t("export")}
            </ExportForm>
          ) : null}
        </div>
        {events.length === 0 ? (
          <EmptyState
            title={t("empty.title")}
            action={
              <ButtonLink href="/admin/audit" prefetch={false}>
                {t("empty.showAll")}
                <ReportPending />
              </ButtonLink>
            }
          >
            {t("empty.hint")}
          </EmptyState>
        ) : (
          <AuditTable events={events} />
        )}
        <PageLinks
          label={t("pages.label")}
          previous={newer ? { href: auditHref({ ...query, after: "", before: newer }), label: t("pages.newer") } : null}
          next={older ? { href: auditHref({ ...query, before: "", after: older }), label: t("pages.older") } : null}
        >
          <ReportPending />
        </PageLinks>
      </div>
    </PageShell>
  );
}

async function readPage(filter: Filter | null, query: AuditQuery): Promise<AuditPage & { count: AuditCount }> {
  if (filter === null) return { events: [], newer: null, older: null, count: { count: 0, isEstimate: false } };
  const page = await listAuditEvents(filter, query);
  return { ...page, count: await estimateAuditEvents(filter) };
}

/** Rounds an estimate and says "about". */
function countInWords(
  { count, isEstimate }: AuditCount,
  t: Translations<"adminAudit">,
  estimate: "about" | "ofAbout",
): string {
  if (!isEstimate) return t("count.exact", { count });
  return t(`count.${estimate}`, { count: Math.max(Number(count.toPrecision(2)), 1_000) });
}
