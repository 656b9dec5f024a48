import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChannelFigures } from "@/lib/admin/channel-figures";
import { channelNames } from "./user-words";

const number = new Intl.NumberFormat("en-GB");

/** How codes fared by each channel. */
export function ChannelTable({ channels }: { channels: ChannelFigures[] }) {
  return (
    <section className="grid gap-4">
      <h2 className="font-semibold text-heading">Conversion by channel</h2>
      <p className="text-ink-muted">
        Each message counts, so a code that was sent again is two. A code may still be used within ten minutes.
      </p>
      <Table label="Conversion by channel">
        <TableHead>
          <TableRow>
            <TableHeader>Channel</TableHeader>
            <TableHeader className="text-right">Sent</TableHeader>
            <TableHeader className="text-right">Used</TableHeader>
            <TableHeader className="text-right">Conversion</TableHeader>
            <TableHeader className="text-right">Could not be sent</TableHeader>
            <TableHeader className="text-right">Wrong codes</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {channels.map(({ channel, sent, used, notSent, wrong }) => (
            <TableRow key={channel}>
              <TableHeader scope="row">{channelNames[channel]}</TableHeader>
              {[
                number.format(sent),
                number.format(used),
                share(used, sent),
                number.format(notSent),
                number.format(wrong),
              ].map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                <TableCell key={index} className="text-right tabular-nums">
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
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toLocaleString("en-GB", { style: "percent" });
}
