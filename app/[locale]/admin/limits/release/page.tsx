import type { Metadata } from "next";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { nameLimited } from "@/app/[locale]/admin/limits/limit-table";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findLimitInForce } from "@/lib/admin/limits";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { releaseLimitAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminLimits");
  return { title: t("confirm.metaTitle") };
}

type ReleasePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReleasePage({ searchParams }: ReleasePageProps) {
  const session = await requireAdmin("/admin/limits");
  const { policy, subject } = await searchParams;
  const named = { policy: String(policy), subject: String(subject) };
  const [limit, eligibility] = await orUnavailable(() =>
    Promise.all([findLimitInForce(named), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (limit === null) return <NoSuchLimit />;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminLimits")]);
  const who = nameLimited(limit, t);
  const count = {
    policy: limit.policy,
    time: staffTime(limit.until, locale),
    code: (chunks: React.ReactNode) => (
      <code dir="ltr" className="text-fine">
        {chunks}
      </code>
    ),
  };
  return (
    <ConfirmStep
      place="/admin/limits"
      title={who === null ? t("confirm.titleEverybody") : t("confirm.title", { who })}
      consequences={[
        who === null ? t.rich("confirm.countEverybody", count) : t.rich("confirm.count", { ...count, who }),
        t("confirm.guards", { reason: t(`reasons.${limit.policy}`) }),
        t("confirm.others"),
      ]}
      eligibility={eligibility}
      action={releaseLimitAction}
      submit={{ label: t("confirm.submit"), pendingLabel: t("confirm.pending"), isDanger: true }}
      cancelHref="/admin/limits"
    >
      <input type="hidden" name="policy" value={limit.policy} />
      <input type="hidden" name="subject" value={limit.subject} />
    </ConfirmStep>
  );
}

/** The limit has opened, or never existed. */
async function NoSuchLimit() {
  const t = await getTranslations("adminLimits");
  return (
    <PageShell>
      <AdminNav current="/admin/limits" />
      <PageHeading title={t("none.title")} lead={t("none.lead")} />
      <p>
        <TextLink href="/admin/limits">{t("none.all")}</TextLink>
      </p>
    </PageShell>
  );
}
