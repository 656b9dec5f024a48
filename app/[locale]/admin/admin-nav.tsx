import { ReportPending } from "@/components/layout/pending-navigation";
import { SectionNav } from "@/components/layout/section-nav";
import { getTranslations } from "@/lib/i18n/page-translations";

const pages = [
  { href: "/admin", label: "nav.overview" },
  { href: "/admin/orders", label: "nav.orders" },
  { href: "/admin/products", label: "nav.products" },
  { href: "/admin/users", label: "nav.users" },
  { href: "/admin/delivery", label: "nav.delivery" },
  { href: "/admin/audit", label: "nav.audit" },
  { href: "/admin/limits", label: "nav.limits" },
] as const;

/** The pages of the dashboard, on top of each of them. */
export async function AdminNav({ current }: { current: (typeof pages)[number]["href"] }) {
  const t = await getTranslations("adminOverview");
  return (
    <SectionNav
      label={t("nav.label")}
      links={pages.map(({ href, label }) => ({ href, label: t(label) }))}
      current={current}
    >
      <ReportPending />
    </SectionNav>
  );
}
