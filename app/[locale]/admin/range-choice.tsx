import Link from "next/link";
import { ReportPending } from "@/components/layout/pending-navigation";
import { getTranslations } from "@/lib/i18n/page-translations";

const ranges = [7, 30, 90] as const;

export type Range = (typeof ranges)[number];

/** The days to look back, from the URL; thirty where it says nothing or anything odd. */
export function readRange(days: string | string[] | undefined): Range {
  return ranges.find((range) => String(range) === days) ?? 30;
}

export async function RangeChoice({ current }: { current: Range }) {
  const t = await getTranslations("adminOverview");
  return (
    <nav aria-label={t("range.label")} className="flex gap-x-5">
      {ranges.map((range) => (
        <Link
          key={range}
          href={`/admin?days=${range}`}
          prefetch={false}
          aria-current={range === current ? "true" : undefined}
          className="inline-flex min-h-touch items-center text-ink aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {t("range.days", { days: range })}
          <ReportPending />
        </Link>
      ))}
    </nav>
  );
}
