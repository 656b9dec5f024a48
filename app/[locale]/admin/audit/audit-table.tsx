import { ReportPending } from "@/components/layout/pending-navigation";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEntryView, AuditPerson } from "@/lib/admin/list-audit-events";
import { describeEvent } from "@/lib/audit/event-sentences";
import { describeDevice } from "@/lib/http/visitor";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { Translations } from "@/lib/i18n/translator";
import { auditHref } from "./audit-query";

export async function AuditTable({ events }: { events: AuditEntryView[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminAudit")]);
  const none = <span className="text-ink-muted">{t("table.none")}</span>;
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("table.time")}</TableHeader>
          <TableHeader>{t("table.event")}</TableHeader>
          <TableHeader>{t("table.actor")}</TableHeader>
          <TableHeader>{t("table.subject")}</TableHeader>
          <TableHeader>{t("table.origin")}</TableHeader>
          <TableHeader>{t("table.details")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={String(event.id)}>
            <TableHeader scope="row" className="tabular-nums">
              <time dir="ltr" dateTime={event.at.toISOString()}>
                {event.at.toISOString().slice(0, 19).replace("T", " ")}
              </time>
            </TableHeader>
            <TableCell className={`${wrappingCell} min-w-44 font-medium`}>
              {describeEvent(event.name, locale)}
            </TableCell>
            <TableCell className={`${wrappingCell} min-w-28`}>
              {event.actor ? <Person person={event.actor} filter="actor" t={t} /> : none}
            </TableCell>
            <TableCell className={`${wrappingCell} min-w-28`}>
              {event.subject ? <Person person={event.subject} filter="subject" t={t} /> : null}
              {event.subject === null && event.maskedIdentifier === null ? none : null}
              {event.maskedIdentifier === null ? null : (
                <span className="block text-ink-muted">
                  <bdi dir="ltr">{event.maskedIdentifier}</bdi>
                </span>
              )}
            </TableCell>
            <TableCell className={`${wrappingCell} min-w-36`}>
              {event.ip === null && event.userAgent === null ? (
                none
              ) : (
                <>
                  {event.userAgent === null ? null : (
                    <span className="block">{capitalised(describeDevice(event.userAgent, locale))}</span>
                  )}
                  {event.ip === null ? null : (
                    <span className="block text-ink-muted tabular-nums">
                      <bdi dir="ltr">{event.ip}</bdi>
                    </span>
                  )}
                </>
              )}
            </TableCell>
            <TableCell className={`${wrappingCell} min-w-44`}>
              {event.details === null ? none : <bdi dir="ltr">{describeDetails(event.details)}</bdi>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type PersonProps = { person: AuditPerson; filter: "actor" | "subject"; t: Translations<"adminAudit"> };

/** A deleted user's id leads to their other entries. */
function Person({ person, filter, t }: PersonProps) {
  if (person.username !== null)
    return (
      <TextLink href={`/admin/users/${person.id}`} prefetch={false}>
        <bdi>{person.username}</bdi>
        <ReportPending />
      </TextLink>
    );
  return t.rich("table.deletedUser", {
    id: person.id.slice(-8),
    link: (chunks) => (
      <TextLink href={auditHref({ [filter]: person.id })} prefetch={false} className="tabular-nums" title={person.id}>
        <bdi dir="ltr">{chunks}</bdi>
        <ReportPending />
      </TextLink>
    ),
    note: (chunks) => <span className="text-fine text-ink-muted">{chunks}</span>,
  });
}

/** "reason: PROVIDER_UNAVAILABLE, sessions: 2". */
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
