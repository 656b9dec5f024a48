import { type AuditEventName, auditEventNames } from "@/lib/audit/events";

/** Texts in messages/en/admin-audit.ts. */
type AuditNote =
  | "FROM_UNREADABLE"
  | "UNTIL_UNREADABLE"
  | "EVENT_UNKNOWN"
  | "FROM_AFTER_UNTIL"
  | "ACTOR_UNKNOWN"
  | "SUBJECT_UNKNOWN";

/** As typed; `notes` say what could not be read. */
export type AuditQuery = {
  actor?: string;
  subject?: string;
  events: AuditEventName[];
  /** UTC, as datetime-local writes it. */
  from?: string;
  to?: string;
  after?: string;
  before?: string;
  notes: AuditNote[];
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reports what cannot be read. */
export function readAuditQuery(searchParams: SearchParams): AuditQuery {
  const notes: AuditNote[] = [];
  const one = (name: string) => {
    const value = [searchParams[name]].flat()[0];
    // PostgreSQL refuses NUL; names hold no control characters.
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

/** `from` is inclusive, `to` exclusive; "until" includes its minute or day. */
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

/** UTC day, minute or second (RFC 3339 without zone), in years a trail can have. */
function readUtcTime(text: string): { at: Date; precisionMs: number } | null {
  const [, day, minute, second] = /^([12]\d{3}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,3})?)?)?$/.exec(text) ?? [];
  if (day === undefined) return null;
  const written = `${day}T${minute ?? "00:00"}:${second ?? "00"}`;
  const at = new Date(`${written}Z`);
  // Date turns February 31 into a day of March.
  if (Number.isNaN(at.getTime()) || at.getTime() < 0 || !at.toISOString().startsWith(written)) return null;
  return { at, precisionMs: second ? 1_000 : minute ? minuteMs : 24 * 60 * minuteMs };
}

function withoutUndefined<Given extends Record<string, string | undefined>>(given: Given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]?: string;
  };
}
