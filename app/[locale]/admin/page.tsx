import type { Metadata } from "next";
import { DayLines } from "@/components/chart/day-lines";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { mostCountedSessions, type Overview, readOverview } from "@/lib/admin/read-overview";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { AdminNav } from "./admin-nav";
import { CardSection } from "./card-section";
import { ChannelTable, share } from "./channel-table";
import { FiguresByDay } from "./figures-by-day";
import { NotableEvents } from "./notable-events";
import { OutboxMails } from "./outbox-mails";
import { RangeChoice, readRange } from "./range-choice";
import { SendBudget, shareUsed } from "./send-budget";
import { TwilioTable } from "./twilio-table";
import { staffTime } from "./user-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminOverview");
  return { title: { absolute: t("dashboard.overviewTitle") } };
}

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  await requireStaff("/admin");
  const range = readRange((await searchParams).days);
  const overview = await orUnavailable(() => readOverview(range));
  const { days, total } = overview;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const dates = days.map(({ day }) => day);
  return (
    <PageShell>
      <AdminNav current="/admin" />
      <PageHeading title={t("title")} lead={t("lead", { days: range })} actions={<RangeChoice current={range} />} />
      <div className="grid gap-10">
        {overview.retention.isLate ? <RetentionLate lastRunAt={overview.retention.lastRunAt} /> : null}
        <Facts overview={overview} />
        <div className="grid gap-10 lg:grid-cols-2">
          <CardSection title={t("logins.heading")}>
            <DayLines
              label={t("logins.chart", { logins: total.logins, registrations: total.registrations, days: range })}
              days={dates}
              lines={[
                { name: t("logins.logins"), values: days.map(({ logins }) => logins) },
                { name: t("logins.registrations"), values: days.map(({ registrations }) => registrations) },
              ]}
            />
          </CardSection>
          <CardSection title={t("codes.heading")}>
            <DayLines
              label={t("codes.chart", {
                sent: total.codesSent,
                used: total.codesUsed,
                notSent: total.codesNotSent,
                days: range,
              })}
              days={dates}
              lines={[
                { name: t("codes.sent"), values: days.map(({ codesSent }) => codesSent) },
                { name: t("codes.used"), values: days.map(({ codesUsed }) => codesUsed) },
                { name: t("codes.notSent"), values: days.map(({ codesNotSent }) => codesNotSent) },
              ]}
            />
          </CardSection>
        </div>
        <div className="grid gap-10 lg:grid-cols-2">
          <CardSection title={t("mail.heading")}>
            {overview.isMailReported ? (
              <DayLines
                label={t("mail.chart", {
                  bounced: total.bounced,
                  dropped: total.dropped,
                  deferred: total.deferred,
                  days: range,
                })}
                days={dates}
                lines={[
                  { name: t("mail.bounced"), values: days.map(({ bounced }) => bounced) },
                  { name: t("mail.dropped"), values: days.map(({ dropped }) => dropped) },
                  { name: t("mail.deferred"), values: days.map(({ deferred }) => deferred) },
                ]}
              />
            ) : (
              <p>{t("mail.notReported")}</p>
            )}
          </CardSection>
          <CardSection title={t("budget.heading")}>
            <SendBudget budgets={overview.budgets} locale={locale} />
          </CardSection>
        </div>
        <ChannelTable channels={overview.channels} />
        <TwilioTable twilio={overview.twilio} />
        <OutboxMails outbox={overview.outbox} />
        <NotableEvents events={overview.notable} />
        <FiguresByDay days={days} />
      </div>
    </PageShell>
  );
}

/** What the operator has to mend: without the job nobody's data is ever deleted. */
async function RetentionLate({ lastRunAt }: { lastRunAt: Date | null }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const command = (chunks: React.ReactNode) => <code dir="ltr">{chunks}</code>;
  return (
    <Alert tone="warning" title={t("retention.title")}>
      {lastRunAt
        ? t.rich("retention.stopped", { at: staffTime(lastRunAt, locale), command })
        : t.rich("retention.never", { command })}
    </Alert>
  );
}

async function Facts({ overview }: { overview: Overview }) {
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
      <Fact term={t("facts.slowed")} note={t("facts.proofOnceAnHour")}>
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
