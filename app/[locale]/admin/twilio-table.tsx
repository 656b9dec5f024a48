import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Overview } from "@/lib/admin/read-overview";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { share } from "./channel-table";
import { channelName } from "./user-words";

/** Twilio's own count beside ours. Where they part, a message or an answer got lost on the way between the two. */
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
