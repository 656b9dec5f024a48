import type { Metadata } from "next";
import { AdminNav } from "@/app/admin/admin-nav";
import { staffTime } from "@/app/admin/user-words";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listClosedLimits } from "@/lib/admin/list-closed-limits";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";

export const metadata: Metadata = { title: "Limits" };

export default async function LimitsPage() {
  await requireStaff("/admin/limits");
  const closed = await orUnavailable(() => listClosedLimits());
  return (
    <PageShell>
      <AdminNav current="/admin/limits" />
      <PageHeading
        title="Limits"
        lead="Who is refused at this moment, why, and until when. Whoever is only asked for a proof of work is not listed."
      />
      {closed.length === 0 ? (
        <EmptyState title="Nobody is refused">Every limit is open for everybody right now.</EmptyState>
      ) : (
        <Table label="Closed limits">
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
            {closed.map(({ policy, reason, who, since, until }) => (
              <TableRow key={`${policy} ${who} ${since.getTime()}`}>
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
      )}
    </PageShell>
  );
}

/** A reason names the rules that it comes from in brackets at its end; they are for who reads the code. */
function withoutSources(reason: string): string {
  return reason.replace(/ \([^()]*\)\.$/, ".");
}
