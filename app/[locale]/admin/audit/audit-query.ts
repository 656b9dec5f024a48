import { type AuditEventName, auditEventNames } from "@/lib/audit/events";

/** What is wrong with a query. Said in `notes` of messages/en/admin-audit.ts. */
type AuditNote =
  | "FROM_UNREADABLE"
  | "UNTIL_UNREADABLE"
  | "EVENT_UNKNOWN"
  | "FROM_AFTER_UNTIL"
  | "ACTOR_UNKNOWN"
  | "SUBJECT_UNKNOWN";

/** What an address of the audit trail asks for, as it was typed; `notes` tell what could not be read. */
export type AuditQuery = {
  actor?: string;
  subject?: string;
  events: AuditEventName[];
  /** UTC, as a form's datetime-local field writes it. */
  from?: string;
  to?: string;
  after?: string;
  before?: string;
  notes: AuditNote[];
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address. It lives there so that a list can be shared; what cannot be read is left out, and said. */
export function readAuditQuery(searchParams: SearchParams): AuditQuery {
  const notes: AuditNote[] = [];
  const one = (name: string) => {
    const value = [searchParams[name]].flat()[0];
    // PostgreSQL has no NUL in texts, and no name holds a control character.
    return (
      value
        ?.replace(/\p{Cc}/gu, "")
        .trim()
        .slice(0, 320) || undefined
    );
  };
  const time = (name: "from" | "to", unreadable: AuditNote) => {
    const text = one(name);
    if (text === undefined || readUtcTime(text) !== null) return text;
    notes.push(unreadable);
    return undefined;
  };
  const asked = new Set([searchParams.event].flat().filter((name) => name !== undefined && name !== ""));
  const events = auditEventNames.filter((name) => asked.has(name));
  if (asked.size > events.length) notes.push("EVENT_UNKNOWN");
  const query = {
    actor: one("actor"),
    subject: one("subject"),
    from: time("from", "FROM_UNREADABLE"),
    to: time("to", "UNTIL_UNREADABLE"),
  };
  const { from, to } = timesOf(query);
  if (from && to && from >= to) notes.push("FROM_AFTER_UNTIL");
  return { ...withoutUndefined({ ...query, after: one("after"), before: one("before") }), events, notes };
}

/** The moments between which entries are asked for: `from` counts in, `to` no more. "Until" counts its minute or day in. */
export function timesOf({ from, to }: { from?: string | undefined; to?: string | undefined }): {
  from?: Date;
  to?: Date;
} {
  const start = from === undefined ? null : readUtcTime(from);
  const end = to === undefined ? null : readUtcTime(to);
  return {
    ...(start ? { from: start.at } : {}),
    ...(end ? { to: new Date(end.at.getTime() + end.precisionMs) } : {}),
  };
}

/** The address of a list, or of its export. */
export function auditHref(query: Partial<AuditQuery>, path: "/admin/audit" | "/admin/audit/export" = "/admin/audit") {
  const parameters = new URLSearchParams();
  for (const name of ["actor", "subject", "from", "to", "after", "before"] as const) {
    const value = query[name];
    if (value) parameters.set(name, value);
  }
  for (const event of query.events ?? []) parameters.append("event", event);
  return `${path}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

const minuteMs = 60_000;

/** A day, a minute or a second in UTC (RFC 3339 without zone), of the years that a trail can have. */
function readUtcTime(text: string): { at: Date; precisionMs: number } | null {
  const [, day, minute, second] = /^([12]\d{3}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,3})?)?)?$/.exec(text) ?? [];
  if (day === undefined) return null;
  const written = `${day}T${minute ?? "00:00"}:${second ?? "00"}`;
  const at = new Date(`${written}Z`);
  // Date turns the 31st of February into a day of March.
  if (Number.isNaN(at.getTime()) || at.getTime() < 0 || !at.toISOString().startsWith(written)) return null;
  return { at, precisionMs: second ? 1_000 : minute ? minuteMs : 24 * 60 * minuteMs };
}

function withoutUndefined<Given extends Record<string, string | undefined>>(given: Given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]?: string;
  };
}
