import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChannelFigures } from "@/lib/admin/overview-figures";
import type { DayFigures, Overview } from "@/lib/admin/read-overview";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { channelName } from "./user-words";

const columns = [
  "logins",
  "registrations",
  "codesSent",
  "codesUsed",
  "codesNotSent",
  "bounced",
  "dropped",
  "deferred",
  "spam",
  "wrongCodes",
  "blocked",
  "slowed",
  "reports",
] as const satisfies Exclude<keyof DayFigures, "day">[];

export async function FiguresByDay({ days }: { days: DayFigures[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const dayFormat = new Intl.DateTimeFormat(formatTag(locale), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const number = new Intl.NumberFormat(formatTag(locale));
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">{t("byDay.heading")}</h2>
      <Table label={t("byDay.label")} className="[&_:is(td,th)]:px-2">
        <TableHead>
          <TableRow>
            <TableHeader>{t("byDay.day")}</TableHeader>
            {columns.map((column) => (
              <TableHeader key={column} className="text-end">
                {t(`byDay.${column}`)}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...days].reverse().map((figures) => (
            <TableRow key={figures.day.getTime()}>
              <TableHeader scope="row" className="whitespace-nowrap!">
                {dayFormat.format(figures.day)}
              </TableHeader>
              {columns.map((column) => (
                <TableCell key={column} className="text-end tabular-nums">
                  {number.format(figures[column])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

export async function ChannelTable({ channels }: { channels: ChannelFigures[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const number = new Intl.NumberFormat(formatTag(locale));
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">{t("channels.heading")}</h2>
      <p className="text-ink-muted">{t("channels.lead")}</p>
      <Table label={t("channels.heading")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("channels.channel")}</TableHeader>
            <TableHeader className="text-end">{t("channels.sent")}</TableHeader>
            <TableHeader className="text-end">{t("channels.used")}</TableHeader>
            <TableHeader className="text-end">{t("channels.conversion")}</TableHeader>
            <TableHeader className="text-end">{t("channels.notSent")}</TableHeader>
            <TableHeader className="text-end">{t("channels.wrong")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {channels.map(({ channel, sent, used, notSent, wrong }) => (
            <TableRow key={channel}>
              <TableHeader scope="row">{channelName(channel, locale)}</TableHeader>
              {[
                number.format(sent),
                number.format(used),
                share(used, sent, locale),
                number.format(notSent),
                number.format(wrong),
              ].map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                <TableCell key={index} className="text-end tabular-nums">
                  {text}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

/** May exceed 100 % at midnight. */
export function share(part: number, whole: number, locale: Locale): string {
  return whole === 0 ? "–" : (part / whole).toLocaleString(formatTag(locale), { style: "percent" });
}

/** A gap is a lost message or answer. */
export async function TwilioTable({ twilio: { comparedDays, comparisons } }: { twilio: Overview["twilio"] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const number = new Intl.NumberFormat(formatTag(locale));
  const percent = new Intl.NumberFormat(formatTag(locale), { style: "percent" });
  const silent = comparisons.filter(({ twilio }) => twilio === null);
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">{t("twilio.heading")}</h2>
      <p className="text-ink-muted">{t("twilio.lead", { days: comparedDays })}</p>
      {silent.length === comparisons.length ? (
        <p role="status">{t("twilio.silent")}</p>
      ) : (
        <Table label={t("twilio.heading")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("twilio.channel")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.sentByUs")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.attempts")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.usedByUs")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.converted")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.unconverted")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.conversionByUs")}</TableHeader>
              <TableHeader className="text-end">{t("twilio.conversionByTwilio")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {comparisons.map(({ channel, ours, twilio }) => (
              <TableRow key={channel}>
                <TableHeader scope="row">{channelName(channel, locale)}</TableHeader>
                <Figure>{number.format(ours.sent)}</Figure>
                <Figure>{twilio ? number.format(twilio.attempts) : t("twilio.noAnswer")}</Figure>
                <Figure>{number.format(ours.used)}</Figure>
                <Figure>{twilio ? number.format(twilio.converted) : t("twilio.noAnswer")}</Figure>
                <Figure>{twilio ? number.format(twilio.unconverted) : t("twilio.noAnswer")}</Figure>
                <Figure>{share(ours.used, ours.sent, locale)}</Figure>
                <Figure>{twilio && twilio.attempts > 0 ? percent.format(twilio.conversionPercent / 100) : "–"}</Figure>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function Figure({ children }: { children: React.ReactNode }) {
  return <TableCell className="text-end tabular-nums">{children}</TableCell>;
}
