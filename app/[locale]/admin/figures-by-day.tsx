import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DayFigures } from "@/lib/admin/read-overview";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

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

/** The numbers behind the charts, newest day first. */
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
      <Table label={t("byDay.label")}>
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
