import Link from "next/link";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { mostCountedSessions, type NotableEvent, type Overview } from "@/lib/admin/read-overview";
import { describeEvent } from "@/lib/audit/event-sentences";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { share } from "./figure-tables";
import { shareUsed } from "./send-budget";
import { staffTime } from "./user-words";

/** Without the job nothing is ever deleted. */
export async function DailyJobLate({ lastRunAt }: { lastRunAt: Date | null }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const path = (chunks: React.ReactNode) => <code dir="ltr">{chunks}</code>;
  return (
    <Alert tone="warning" title={t("dailyJob.title")}>
      {lastRunAt
        ? t.rich("dailyJob.stopped", { at: staffTime(lastRunAt, locale), path })
        : t.rich("dailyJob.never", { path })}
    </Alert>
  );
}

export async function Facts({ overview }: { overview: Overview }) {
  const { total, activeSessions, budgets, isMailReported } = overview;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const number = new Intl.NumberFormat(formatTag(locale));
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-3">
      <Fact term={t("facts.loggedIn")}>
        {activeSessions > mostCountedSessions
          ? t("facts.over", { count: mostCountedSessions })
          : number.format(activeSessions)}
      </Fact>
      <Fact
        term={t("facts.budget")}
        note={
          budgets
            ? t("facts.usedOf", { used: budgets.everybody.used, limit: budgets.everybody.limit })
            : t("facts.notKnown")
        }
      >
        {budgets ? shareUsed(budgets.everybody.used, budgets.everybody.limit, locale) : "–"}
      </Fact>
      <Fact term={t("facts.codesUsed")} note={t("facts.ofSent")}>
        {share(total.codesUsed, total.codesSent, locale)}
      </Fact>
      <Fact term={t("facts.codesNotSent")}>{number.format(total.codesNotSent)}</Fact>
      <Fact term={t("facts.mailRefused")} note={isMailReported ? t("facts.bouncedOrDropped") : t("facts.noReports")}>
        {isMailReported ? number.format(total.bounced + total.dropped) : "–"}
      </Fact>
      <Fact term={t("facts.spam")} note={t("facts.byReaders")}>
        {isMailReported ? number.format(total.spam) : "–"}
      </Fact>
      <Fact term={t("facts.wrongCodes")}>{number.format(total.wrongCodes)}</Fact>
      <Fact term={t("facts.blocked")} note={t("facts.onceAnHour")}>
        {number.format(total.blocked)}
      </Fact>
      <Fact term={t("facts.slowed")} note={t("facts.botCheckOnceAnHour")}>
        {number.format(total.slowed)}
      </Fact>
    </dl>
  );
}

function Fact({ term, note, children }: { term: string; note?: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1 border-ink border-t-2 pt-3">
      <dt className="text-fine text-ink-muted">{term}</dt>
      <dd>
        <span className="font-bold text-heading tabular-nums">{children}</span>
        {note ? <span className="block text-fine text-ink-muted">{note}</span> : null}
      </dd>
    </div>
  );
}

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

const ranges = [7, 30, 90] as const;

export type Range = (typeof ranges)[number];

/** From the URL; thirty by default. */
export function readRange(days: string | string[] | undefined): Range {
  return ranges.find((range) => String(range) === days) ?? 30;
}

type RangeChoiceProps = { current: Range; hrefOf?: (days: Range) => string };

export async function RangeChoice({ current, hrefOf = (days) => `/admin?days=${days}` }: RangeChoiceProps) {
  const t = await getTranslations("adminOverview");
  return (
    <nav aria-label={t("range.label")} className="flex gap-x-5">
      {ranges.map((range) => (
        <Link
          key={range}
          href={hrefOf(range)}
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
