import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { listClosedLimits, listSlowedLimits } from "@/lib/admin/limits";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { LimitTable } from "./limit-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminLimits");
  return { title: t("title") };
}

type LimitsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LimitsPage({ searchParams }: LimitsPageProps) {
  const { user: reader } = await requireStaff("/admin/limits");
  const canRelease = reader.role === "ADMIN";
  const [closed, slowed] = await orUnavailable(() => Promise.all([listClosedLimits(), listSlowedLimits()]));
  const t = await getTranslations("adminLimits");
  return (
    <PageShell>
      <AdminNav current="/admin/limits" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <PageNotice tone="success" className="mb-8">
        {(await searchParams).notice === "RELEASED" ? t("released") : null}
      </PageNotice>
      <div className="grid gap-10">
        <section className="grid gap-4">
          <h2 className="font-semibold text-heading">{t("refused.heading")}</h2>
          {closed.length === 0 ? (
            <EmptyState title={t("refused.empty")}>{t("refused.emptyHint")}</EmptyState>
          ) : (
            <LimitTable label={t("refused.table")} limits={closed} canRelease={canRelease} />
          )}
        </section>
        <section className="grid gap-4">
          <h2 className="font-semibold text-heading">{t("slowed.heading")}</h2>
          <p className="text-ink-muted">{t("slowed.lead")}</p>
          {slowed.length === 0 ? (
            <EmptyState title={t("slowed.empty")}>{t("slowed.emptyHint")}</EmptyState>
          ) : (
            <LimitTable label={t("slowed.table")} limits={slowed} canRelease={canRelease} />
          )}
        </section>
      </div>
    </PageShell>
  );
}
