import { EmptyState } from "@/components/layout/empty-state";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/i18n/page-translations";

/** The same for another member's number and for one that never was. */
export default async function OrderNotFound() {
  const t = await getTranslations("orders");
  return (
    <PageShell>
      <EmptyState title={t("unknown.title")} action={<ButtonLink href="/account/orders">{t("all")}</ButtonLink>}>
        {t("unknown.lead")}
      </EmptyState>
    </PageShell>
  );
}
