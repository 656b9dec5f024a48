import { ReportPending } from "@/components/layout/pending-navigation";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEntryView, AuditPerson } from "@/lib/admin/name-audit-people";
import { describeEvent } from "@/lib/audit/event-sentences";
import { describeDevice } from "@/lib/auth/visitor";
import { auditHref } from "./audit-query";

export function AuditTable({ events }: { events: AuditEntryView[] }) {
  return (
    <Table label="Audit trail">
      <TableHead>
        <TableRow>
          <TableHeader>Time (UTC)</TableHeader>
          <TableHeader>What happened</TableHeader>
          <TableHeader>Actor</TableHeader>
          <TableHeader>Subject</TableHeader>
          <TableHeader>From where</TableHeader>
          <TableHeader>Details</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={String(event.id)}>
            <TableHeader scope="row" className="tabular-nums">
              <time dateTime={event.at.toISOString()}>{event.at.toISOString().slice(0, 19).replace("T", " ")}</time>
            </TableHeader>
            <TableCell className="min-w-52 whitespace-normal! font-medium">{describeEvent(event.name)}</TableCell>
            <TableCell>
              <Person person={event.actor} filter="actor" />
            </TableCell>
            <TableCell>
              {event.subject === null && event.maskedIdentifier !== null ? null : (
                <Person person={event.subject} filter="subject" />
              )}
              {event.maskedIdentifier === null ? null : (
                <span className="block text-fine text-ink-muted">{event.maskedIdentifier}</span>
              )}
            </TableCell>
            <TableCell>
              {event.ip === null && event.userAgent === null ? (
                <None />
              ) : (
                <>
                  {event.userAgent === null ? null : (
                    <span className="block">{capitalised(describeDevice(event.userAgent))}</span>
                  )}
                  {event.ip === null ? null : (
                    <span className="block text-fine text-ink-muted tabular-nums">{event.ip}</span>
                  )}
                </>
              )}
            </TableCell>
            <TableCell className="min-w-48 whitespace-normal! text-fine [overflow-wrap:anywhere]">
              {event.details === null ? <None /> : describeDetails(event.details)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A user by name; of a deleted one only the id is left, which leads to the rest of what they did or met. */
function Person({ person, filter }: { person: AuditPerson | null; filter: "actor" | "subject" }) {
  if (person === null) return <None />;
  if (person.username !== null)
    return (
      <TextLink href={`/admin/users/${person.id}`} prefetch={false}>
        {person.username}
        <ReportPending />
      </TextLink>
    );
  return (
    <>
      <TextLink href={auditHref({ [filter]: person.id })} prefetch={false} className="tabular-nums" title={person.id}>
        …{person.id.slice(-8)}
        <ReportPending />
      </TextLink>{" "}
      <span className="text-fine text-ink-muted">deleted</span>
    </>
  );
}

function None() {
  return <span className="text-ink-muted">none</span>;
}

/** "reason: PROVIDER_UNAVAILABLE, sessions: 2"; whatever else stands there is shown as it is. */
function describeDetails(details: unknown): string {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return JSON.stringify(details);
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
