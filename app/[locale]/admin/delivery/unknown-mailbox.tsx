import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";

/** The user or the request of a link is gone, or never was. */
export async function UnknownMailbox() {
  const t = await getTranslations("adminDelivery");
  return (
    <PageShell>
      <AdminNav current="/admin/delivery" />
      <PageHeading title={t("mailbox.unknown")} lead={t("mailbox.unknownLead")} />
      <p>
        <TextLink href="/admin/delivery" prefetch={false}>
          {t("mailbox.all")}
        </TextLink>
      </p>
    </PageShell>
  );
}
