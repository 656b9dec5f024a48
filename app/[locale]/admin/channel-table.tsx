import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChannelFigures } from "@/lib/admin/overview-figures";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { channelName } from "./user-words";

/** How codes fared by each channel. */
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

/** A share in percent; a dash of nothing. More than all is possible at midnight, when a code of yesterday is used. */
export function share(part: number, whole: number, locale: Locale): string {
  return whole === 0 ? "–" : (part / whole).toLocaleString(formatTag(locale), { style: "percent" });
}
