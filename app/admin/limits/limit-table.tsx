import { staffTime } from "@/app/admin/user-words";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LimitInForce } from "@/lib/admin/read-limit-events";

/** Limits in force, one a row. */
export function LimitTable({ label, limits }: { label: string; limits: LimitInForce[] }) {
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader>Limit</TableHeader>
          <TableHeader>Why it is there</TableHeader>
          <TableHeader>Since</TableHeader>
          <TableHeader>Until</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {limits.map(({ policy, subject, reason, who, since, until }) => (
          <TableRow key={`${policy} ${subject}`}>
            <TableHeader scope="row">{who ?? "Everybody"}</TableHeader>
            <TableCell>
              <code className="text-fine">{policy}</code>
            </TableCell>
            <TableCell className="min-w-72 whitespace-normal">{withoutSources(reason)}</TableCell>
            <TableCell>{staffTime(since)}</TableCell>
            <TableCell>{staffTime(until)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A reason names the rules that it comes from in brackets at its end; they are for who reads the code. */
function withoutSources(reason: string): string {
  return reason.replace(/ \([^()]*\)\.$/, ".");
}
