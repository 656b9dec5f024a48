import { staffTime } from "@/app/[locale]/admin/user-words";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { LimitInForce } from "@/lib/admin/read-limit-events";

type LimitTableProps = { label: string; limits: LimitInForce[]; canRelease: boolean };

/** Limits in force, one a row; each leads an admin to where it is released. */
export function LimitTable({ label, limits, canRelease }: LimitTableProps) {
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader>Limit</TableHeader>
          <TableHeader>Why it is there</TableHeader>
          <TableHeader>Since</TableHeader>
          <TableHeader>Until</TableHeader>
          {canRelease ? <TableHeader>Change</TableHeader> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {limits.map(({ policy, subject, reason, who, since, until }) => (
          <TableRow key={`${policy} ${subject}`}>
            <TableHeader scope="row" className="[overflow-wrap:anywhere] max-sm:max-w-40">
              {who ?? "Everybody"}
            </TableHeader>
            <TableCell>
              <code className="text-fine">{policy}</code>
            </TableCell>
            <TableCell className="min-w-72 whitespace-normal!">{withoutSources(reason)}</TableCell>
            <TableCell>{staffTime(since)}</TableCell>
            <TableCell>{staffTime(until)}</TableCell>
            {canRelease ? (
              <TableCell>
                <TextLink href={`/admin/limits/release?${new URLSearchParams({ policy, subject })}`} prefetch={false}>
                  Release<span className="sr-only"> {who ?? "everybody"}</span>
                </TextLink>
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A reason names the rules that it comes from in brackets at its end; they are for who reads the code. */
export function withoutSources(reason: string): string {
  return reason.replace(/ \([^()]*\)\.$/, ".");
}
