import { describeEvent } from "@/lib/audit/event-sentences";
import type { AuditEntry } from "@/lib/audit/events";
import type { CsvField } from "@/lib/csv/csv";
import type { Locale } from "@/lib/i18n/locales";
import { type AuditEntryView, nameAuditPeople } from "./list-audit-events";
import { type AuditFilter, rangeOf, readAuditRange } from "./read-audit-range";

/** Entries held in memory at a time. */
const batchSize = 1_000;

export const auditExportColumns = [
  "time",
  "event",
  "what_happened",
  "actor_id",
  "actor",
  "subject_id",
  "subject",
  "identifier",
  "network_address",
  "browser",
  "challenge_id",
  "details",
] as const;

export function auditExportEntry(filter: AuditFilter): Pick<AuditEntry, "name" | "details"> {
  return {
    name: "audit_exported",
    details: {
      actor: filter.actorId ?? null,
      subject: filter.subjectId ?? null,
      events: filter.names?.join(" ") || null,
      from: filter.from?.toISOString() ?? null,
      to: filter.to?.toISOString() ?? null,
    },
  };
}

/** Matching entries as CSV lines, newest first. `what_happened` is in the reader's language, the rest in English. */
export async function* exportAuditEvents(
  filter: AuditFilter,
  locale: Locale,
): AsyncGenerator<CsvField[][], void, void> {
  let range = rangeOf(filter);
  for (;;) {
    const rows = await readAuditRange(filter, { range, end: "newest", limit: batchSize });
    if (rows.length > 0) yield (await nameAuditPeople(rows)).map((event) => csvFields(event, locale));
    const last = rows.at(-1);
    if (rows.length < batchSize || last === undefined) return;
    range = rangeOf(filter, { below: last });
  }
}

function csvFields(event: AuditEntryView, locale: Locale): CsvField[] {
  return [
    event.at,
    event.name,
    describeEvent(event.name, locale),
    event.actor?.id ?? null,
    event.actor?.username ?? null,
    event.subject?.id ?? null,
    event.subject?.username ?? null,
    event.maskedIdentifier,
    event.ip,
    event.userAgent,
    event.challengeId,
    event.details === null ? null : JSON.stringify(event.details),
  ];
}
