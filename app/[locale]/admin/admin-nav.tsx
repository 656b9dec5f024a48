import Link from "next/link";
import { ReportPending } from "@/components/layout/pending-navigation";
import { getTranslations } from "@/lib/i18n/page-translations";

const places = [
  { href: "/admin", label: "nav.overview" },
  { href: "/admin/users", label: "nav.users" },
  { href: "/admin/audit", label: "nav.audit" },
  { href: "/admin/limits", label: "nav.limits" },
] as const;

/** The ways through the dashboard, on top of each of its pages. */
export async function AdminNav({ current }: { current: (typeof places)[number]["href"] }) {
  const t = await getTranslations("adminOverview");
  return (
    <nav aria-label={t("nav.label")} className="mb-8 flex flex-wrap gap-x-6 border-line border-b">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
          className="-mb-px inline-flex min-h-touch items-center border-transparent border-b-2 font-medium text-ink no-underline hover:underline aria-[current=page]:border-accent-text aria-[current=page]:font-semibold"
        >
          {t(label)}
          <ReportPending />
        </Link>
      ))}
    </nav>
  );
}
