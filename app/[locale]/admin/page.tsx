import type { Metadata } from "next";
import { DayLines } from "@/components/chart/day-lines";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { mostCountedSessions, type Overview, readOverview } from "@/lib/admin/read-overview";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { AdminNav } from "./admin-nav";
import { CardSection } from "./card-section";
import { ChannelTable, share } from "./channel-table";
import { FiguresByDay } from "./figures-by-day";
import { NotableEvents } from "./notable-events";
import { RangeChoice, readRange } from "./range-choice";
import { SendBudget, shareUsed } from "./send-budget";
import { TwilioTable } from "./twilio-table";

export const metadata: Metadata = { title: { absolute: "Dashboard · myshop" } };

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const number = new Intl.NumberFormat("en-GB");

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  await requireStaff("/admin");
  const range = readRange((await searchParams).days);
  const overview = await orUnavailable(() => readOverview(range));
  const { days, total } = overview;
  const dates = days.map(({ day }) => day);
  return (
    <PageShell>
      <AdminNav current="/admin" />
      <PageHeading
        title="Overview"
        lead={`The last ${range} days, counted from the audit trail. Days begin at midnight UTC, and today is not over.`}
        actions={<RangeChoice current={range} />}
      />
      <div className="grid gap-10">
        <Facts overview={overview} />
        <div className="grid gap-10 lg:grid-cols-2">
          <CardSection title="Logins and registrations">
            <DayLines
              label={`${number.format(total.logins)} logins and ${number.format(total.registrations)} registrations in ${range} days, day by day. The numbers stand in the table below.`}
              days={dates}
              lines={[
                { name: "Logins", values: days.map(({ logins }) => logins) },
                { name: "Registrations", values: days.map(({ registrations }) => registrations) },
              ]}
            />
          </CardSection>
          <CardSection title="Codes">
            <DayLines
              label={`${number.format(total.codesSent)} codes sent, ${number.format(total.codesUsed)} used and ${number.format(total.codesNotSent)} not sent in ${range} days, day by day. The numbers stand in the table below.`}
              days={dates}
              lines={[
                { name: "Sent", values: days.map(({ codesSent }) => codesSent) },
                { name: "Used", values: days.map(({ codesUsed }) => codesUsed) },
                { name: "Could not be sent", values: days.map(({ codesNotSent }) => codesNotSent) },
              ]}
            />
          </CardSection>
        </div>
        <div className="grid gap-10 lg:grid-cols-2">
          <CardSection title="Mail that failed">
            {overview.isMailReported ? (
              <DayLines
                label={`${number.format(total.bounced)} mails bounced, ${number.format(total.dropped)} dropped, ${number.format(total.deferred)} times deferred in ${range} days, day by day. The numbers stand in the table below.`}
                days={dates}
                lines={[
                  { name: "Bounced", values: days.map(({ bounced }) => bounced) },
                  { name: "Dropped by SendGrid", values: days.map(({ dropped }) => dropped) },
                  { name: "Deferred", values: days.map(({ deferred }) => deferred) },
                ]}
              />
            ) : (
              <p>
                SendGrid does not report yet what became of a mail. Set up its Event Webhook, and
                SENDGRID_WEBHOOK_PUBLIC_KEY with the key that it shows.
              </p>
            )}
          </CardSection>
          <CardSection title="The day’s budget for sending">
            <SendBudget budgets={overview.budgets} />
          </CardSection>
        </div>
        <ChannelTable channels={overview.channels} />
        <TwilioTable twilio={overview.twilio} />
        <NotableEvents events={overview.notable} />
        <FiguresByDay days={days} />
      </div>
    </PageShell>
  );
}

function Facts({ overview }: { overview: Overview }) {
  const { total, activeSessions, budgets } = overview;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-3">
      <Fact term="Logged in now">
        {activeSessions > mostCountedSessions
          ? `over ${number.format(mostCountedSessions)}`
          : number.format(activeSessions)}
      </Fact>
      <Fact
        term="Day’s budget used"
        note={
          budgets
            ? `${number.format(budgets.everybody.used)} of ${number.format(budgets.everybody.limit)}`
            : "not known"
        }
      >
        {budgets ? shareUsed(budgets.everybody.used, budgets.everybody.limit) : "–"}
      </Fact>
      <Fact term="Codes that were used" note="of those sent">
        {share(total.codesUsed, total.codesSent)}
      </Fact>
      <Fact term="Codes not sent">{number.format(total.codesNotSent)}</Fact>
      <Fact term="Mail refused" note={overview.isMailReported ? "bounced or dropped" : "SendGrid does not report"}>
        {overview.isMailReported ? number.format(total.bounced + total.dropped) : "–"}
      </Fact>
      <Fact term="Called spam" note="by their readers">
        {overview.isMailReported ? number.format(total.spam) : "–"}
      </Fact>
      <Fact term="Wrong codes">{number.format(total.wrongCodes)}</Fact>
      <Fact term="Limits reached" note="once an hour each">
        {number.format(total.blocked)}
      </Fact>
      <Fact term="Slowed" note="asked for a proof, once an hour each">
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
