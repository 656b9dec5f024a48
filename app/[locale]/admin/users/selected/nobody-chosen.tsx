import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";

/** For a form that was sent without a tick, and for those whose users are all gone. */
export async function NobodyChosen({ listHref }: { listHref: string }) {
  const t = await getTranslations("adminUsers");
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading title={t("selection.nobody")} lead={t("selection.nobodyLead")} />
      <p>
        <TextLink href={listHref}>{t("selection.back")}</TextLink>
      </p>
    </PageShell>
  );
}
