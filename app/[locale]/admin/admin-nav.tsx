import Link from "next/link";
import { ReportPending } from "@/components/layout/pending-navigation";

const places = [
  { href: "/admin", label: "Overview" },
  { href: "/admin/users", label: "Users" },
  { href: "/admin/audit", label: "Audit trail" },
  { href: "/admin/limits", label: "Limits" },
] as const;

/** The ways through the dashboard, on top of each of its pages. */
export function AdminNav({ current }: { current: (typeof places)[number]["href"] }) {
  return (
    <nav aria-label="Dashboard" className="mb-8 flex flex-wrap gap-x-6 border-line border-b">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
          className="-mb-px inline-flex min-h-touch items-center border-transparent border-b-2 font-medium text-ink no-underline hover:underline aria-[current=page]:border-accent-text aria-[current=page]:font-semibold"
        >
          {label}
          <ReportPending />
        </Link>
      ))}
    </nav>
  );
}
