/** A place in the audit trail: its order is by time, then by id, since many entries share a millisecond. */
export type AuditPosition = { at: Date; id: bigint };

/** Before every entry, and after every entry. */
export const trailStart: AuditPosition = { at: new Date(0), id: 0n };
export const trailEnd: AuditPosition = { at: new Date("9999-12-31T00:00:00Z"), id: 0n };

export function isLater(one: AuditPosition, other: AuditPosition): boolean {
  const apart = one.at.getTime() - other.at.getTime();
  return apart === 0 ? one.id > other.id : apart > 0;
}

/** A position as it stands in an address. It names an entry and gives no right to anything. */
export function writeCursor({ at, id }: AuditPosition): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** The position that a cursor names; null for anything that `writeCursor` would not have written. */
export function readCursor(cursor: string): AuditPosition | null {
  if (cursor.length > 60) return null;
  const [, ms, digits] = /^(\d{1,15})\.(\d{1,18})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (ms === undefined || digits === undefined) return null;
  const position = { at: new Date(Number(ms)), id: BigInt(digits) };
  const isInTrail = !isLater(trailStart, position) && isLater(trailEnd, position);
  return isInTrail && writeCursor(position) === cursor ? position : null;
}
