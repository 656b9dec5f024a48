import type { Metadata } from "next";
import { DayLines } from "@/components/chart/day-lines";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { readOverview } from "@/lib/admin/read-overview";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";
import { AdminNav } from "./admin-nav";
import { CardSection } from "./card-section";
import { EventStream, EventsFailing } from "./event-stream";
import { ChannelTable, FiguresByDay, TwilioTable } from "./figure-tables";
import { OutboxMails } from "./outbox";
import { DailyJobLate, Facts, NotableEvents, RangeChoice, readRange } from "./overview-parts";
import { SendBudget } from "./send-budget";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminOverview");
  return { title: { absolute: t("dashboard.overviewTitle", { shop: shopConfig.name }) } };
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
        {overview.dailyJob.isLate ? <DailyJobLate lastRunAt={overview.dailyJob.lastRunAt} /> : null}
        {overview.stream === null ? null : <EventsFailing stream={overview.stream} />}
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
        {overview.stream === null ? null : <EventStream stream={overview.stream} />}
        <NotableEvents events={overview.notable} />
        <FiguresByDay days={days} />
      </div>
    </PageShell>
  );
}
