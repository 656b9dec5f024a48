import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DayFigures } from "@/lib/admin/read-overview";

const columns: { key: Exclude<keyof DayFigures, "day">; title: string }[] = [
  { key: "logins", title: "Logins" },
  { key: "registrations", title: "Registrations" },
  { key: "codesSent", title: "Codes sent" },
  { key: "codesUsed", title: "Codes used" },
  { key: "codesNotSent", title: "Not sent" },
  { key: "bounced", title: "Bounced" },
  { key: "dropped", title: "Dropped" },
  { key: "deferred", title: "Deferred" },
  { key: "spam", title: "Called spam" },
  { key: "wrongCodes", title: "Wrong codes" },
  { key: "blocked", title: "Limits reached" },
  { key: "slowed", title: "Slowed" },
  { key: "reports", title: "“Not me” reports" },
];

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const number = new Intl.NumberFormat("en-GB");

/** The numbers behind the charts, newest day first. */
export function FiguresByDay({ days }: { days: DayFigures[] }) {
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">Day by day</h2>
      <Table label="Figures by day">
        <TableHead>
          <TableRow>
            <TableHeader>Day</TableHeader>
            {columns.map(({ key, title }) => (
              <TableHeader key={key} className="text-right">
                {title}
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
              {columns.map(({ key }) => (
                <TableCell key={key} className="text-right tabular-nums">
                  {number.format(figures[key])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
