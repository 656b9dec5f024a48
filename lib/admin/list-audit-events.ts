import { type AuditPosition, readCursor, writeCursor } from "./audit-position";
import { type AuditEntryView, nameAuditPeople } from "./name-audit-people";
import { type AuditFilter, rangeOf, readAuditRange } from "./read-audit-range";

/** Entries on one page of the trail. */
export const auditPageSize = 50;

/** One page; `older` and `newer` are cursors of the pages beside it, null where there is none. */
export type AuditPage = { events: AuditEntryView[]; older: string | null; newer: string | null };

/**
 * One page of the audit trail, newest first. Keyset paging by (time, id): `after` and `before` are cursors of an earlier
 * page, so a deep page costs as little as the first, and entries that are added meanwhile move nothing. A cursor that
 * was made up counts as none; where both are given, `after` counts.
 */
export async function listAuditEvents(
  filter: AuditFilter,
  cursors: { after?: string | undefined; before?: string | undefined } = {},
): Promise<AuditPage> {
  const below = cursors.after === undefined ? null : readCursor(cursors.after);
  const above = below !== null || cursors.before === undefined ? null : readCursor(cursors.before);
  const end = above === null ? "newest" : "oldest";
  const range = rangeOf(filter, { ...(above ? { above } : {}), ...(below ? { below } : {}) });
  const rows = await readAuditRange(filter, { range, end, limit: auditPageSize + 1 });
  const hasMore = rows.length > auditPageSize;
  const page = rows.slice(0, auditPageSize);
  if (end === "oldest") page.reverse();
  // A page past the last entry has no edge of its own; the way back leads from where it was asked for.
  const [first, last] = page.length === 0 ? [stepped(below, -1n), stepped(above, 1n)] : [page[0], page.at(-1)];
  const hasNewer = end === "oldest" ? hasMore : below !== null;
  const hasOlder = end === "oldest" ? true : hasMore;
  return {
    events: await nameAuditPeople(page),
    newer: hasNewer && first ? writeCursor(first) : null,
    older: hasOlder && last ? writeCursor(last) : null,
  };
}

/** Beside a cursor, so that its own entry is on the page that the step leads to. */
function stepped(position: AuditPosition | null, by: bigint): AuditPosition | null {
  if (position === null) return null;
  const id = position.id + by;
  return { at: position.at, id: id < 0n ? 0n : id };
}
