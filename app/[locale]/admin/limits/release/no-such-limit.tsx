import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";

/** For a link to a limit that has opened meanwhile, or that never was. */
export async function NoSuchLimit() {
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
