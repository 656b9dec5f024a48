import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Overview } from "@/lib/admin/read-overview";
import { share } from "./channel-table";
import { channelNames } from "./user-words";

const number = new Intl.NumberFormat("en-GB");
const percent = new Intl.NumberFormat("en-GB", { style: "percent" });

/** Twilio's own count beside ours. Where they part, a message or an answer got lost on the way between the two. */
export function TwilioTable({ twilio: { comparedDays, comparisons } }: { twilio: Overview["twilio"] }) {
  const silent = comparisons.filter(({ twilio }) => twilio === null);
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">Twilio’s count beside ours</h2>
      <p className="text-ink-muted">
        The last {comparedDays} days; Twilio keeps thirty. Its figures are up to a minute old, and it counts what was
        approved, we what was then used.
      </p>
      {silent.length === comparisons.length ? (
        <p role="status">
          Twilio does not answer right now. Our own figures above do not depend on it; look again in a minute.
        </p>
      ) : (
        <Table label="Twilio’s count beside ours">
          <TableHead>
            <TableRow>
              <TableHeader>Channel</TableHeader>
              <TableHeader className="text-right">Sent, by us</TableHeader>
              <TableHeader className="text-right">Attempts, by Twilio</TableHeader>
              <TableHeader className="text-right">Used, by us</TableHeader>
              <TableHeader className="text-right">Converted, by Twilio</TableHeader>
              <TableHeader className="text-right">Not converted, by Twilio</TableHeader>
              <TableHeader className="text-right">Conversion, by us</TableHeader>
              <TableHeader className="text-right">Conversion, by Twilio</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {comparisons.map(({ channel, ours, twilio }) => (
              <TableRow key={channel}>
                <TableHeader scope="row">{channelNames[channel]}</TableHeader>
                <Figure>{number.format(ours.sent)}</Figure>
                <Figure>{twilio ? number.format(twilio.attempts) : null}</Figure>
                <Figure>{number.format(ours.used)}</Figure>
                <Figure>{twilio ? number.format(twilio.converted) : null}</Figure>
                <Figure>{twilio ? number.format(twilio.unconverted) : null}</Figure>
                <Figure>{share(ours.used, ours.sent)}</Figure>
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
  return <TableCell className="text-right tabular-nums">{children ?? "no answer"}</TableCell>;
}
