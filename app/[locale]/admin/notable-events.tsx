import { ReportPending } from "@/components/layout/pending-navigation";
import { TextLink } from "@/components/ui/text-link";
import type { NotableEvent } from "@/lib/admin/read-overview";
import { describeEvent } from "@/lib/audit/event-sentences";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { staffTime } from "./user-words";

/** The newest entries of the audit trail that staff may have to act on. */
export async function NotableEvents({ events }: { events: NotableEvent[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">{t("notable.heading")}</h2>
      {events.length === 0 ? (
        <p className="text-ink-muted">{t("notable.none")}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {events.map(({ id, name, at, subjectId }) => (
            <li key={String(id)} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
              <span className="font-medium">{describeEvent(name, locale)}</span>
              <span className="text-fine text-ink-muted">
                {subjectId === null
                  ? staffTime(at, locale)
                  : t.rich("notable.withUser", {
                      time: staffTime(at, locale),
                      link: (chunks) => (
                        <TextLink href={`/admin/users/${subjectId}`} prefetch={false}>
                          {chunks}
                          <ReportPending />
                        </TextLink>
                      ),
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
