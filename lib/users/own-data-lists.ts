import { describeEvent } from "@/lib/audit/event-sentences";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { maskPhone } from "@/lib/identifier";

/** Rows held in memory at a time. */
export const pageSize = 500;

export type Pages<Row> = AsyncGenerator<Row[], void, void>;

/** `read` gives the rows after the last one. */
async function* inPages<Row>(read: (last: Row | null) => Promise<Row[]>): Pages<Row> {
  for (let rows = await read(null); rows.length > 0; rows = await read(rows.at(-1) ?? null)) {
    yield rows;
    if (rows.length < pageSize) return;
  }
}

/** Keyset condition, newest first; the first bound is for the index. */
function after<Column extends string>(column: Column, last: ({ id: string } & Record<Column, Date>) | null) {
  if (last === null) return {};
  const at = last[column];
  return { [column]: { lte: at }, OR: [{ [column]: { lt: at } }, { id: { lt: last.id } }] };
}

export async function* readSessions(userId: string, sessionId: string) {
  const read = (last: { id: string; createdAt: Date } | null) =>
    db().session.findMany({
      where: { userId, ...after("createdAt", last) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize,
      select: {
        id: true,
        method: true,
        createdAt: true,
        lastSeenAt: true,
        expires: true,
        ip: true,
        userAgent: true,
        stepUps: { select: { act: true, provenAt: true } },
      },
    });
  for await (const sessions of inPages(read)) {
    yield sessions.map(({ id, ...session }) => ({ isThisOne: id === sessionId, ...session }));
  }
}

export async function* readMails(userId: string) {
  const read = (last: { id: string; createdAt: Date } | null) =>
    db().outboxMail.findMany({
      where: { userId, ...after("createdAt", last) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize,
      select: {
        id: true,
        kind: true,
        maskedAddress: true,
        createdAt: true,
        dueAt: true,
        attempts: true,
        acceptedAt: true,
        failedAt: true,
        ip: true,
        userAgent: true,
      },
    });
  for await (const mails of inPages(read)) {
    const eventsOf = await readMailEvents(mails.map(({ id }) => id));
    yield mails.map(({ id, ...mail }) => ({ ...mail, mailEvents: eventsOf(id) }));
  }
}

export async function* readOrders(userId: string) {
  const read = (last: { id: string; placedAt: Date } | null) =>
    db().order.findMany({
      where: { userId, ...after("placedAt", last) },
      orderBy: [{ placedAt: "desc" }, { id: "desc" }],
      take: pageSize,
      omit: { userId: true, idempotencyKey: true },
      include: {
        lines: { orderBy: { position: "asc" }, select: { name: true, quantity: true, unitPriceCents: true } },
        refunds: { select: { createdAt: true, refundedAt: true, failedAt: true } },
      },
    });
  for await (const orders of inPages(read)) yield orders.map(({ id: _, ...order }) => order);
}

export async function* readDevices(userId: string) {
  const read = (last: { id: string; lastSeenAt: Date } | null) =>
    db().trustedDevice.findMany({
      where: { userId, ...after("lastSeenAt", last) },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: pageSize,
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    });
  for await (const devices of inPages(read)) yield devices.map(({ id: _, ...device }) => device);
}

/** Without a registration's fields: someone else may have typed this address. */
export async function* readCodeRequests(user: { id: string; email: string; phone: string }) {
  const read = (last: { id: string; createdAt: Date } | null) =>
    db().challenge.findMany({
      // A session's codes may have gone to an earlier address.
      where: { AND: [{ OR: [{ address: user.email }, { userId: user.id }] }, after("createdAt", last)] },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize,
      select: codeRequestFields,
    });
  for await (const challenges of inPages(read)) {
    const eventsOf = await readMailEvents(challenges.map(({ id }) => id));
    yield challenges.map(({ id, payload, phone, ...challenge }) => ({
      ...challenge,
      mailEvents: eventsOf(id),
      // An earlier owner of the address may have got a code by phone.
      phone: phone === null || phone === user.phone ? phone : maskPhone(phone),
      act: challenge.purpose === "STEP_UP" ? ((payload as { act?: unknown } | null)?.act ?? null) : null,
    }));
  }
}

/** What SendGrid told of the mails of each request, or of each mail in the outbox. */
async function readMailEvents(subjectIds: string[]) {
  const events = await db().mailEvent.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { at: "asc" },
    select: { subjectId: true, kind: true, at: true, receivedAt: true, reason: true, reply: true },
  });
  return (id: string) => events.filter(({ subjectId }) => subjectId === id).map(({ subjectId: _, ...event }) => event);
}

const codeRequestFields = {
  id: true,
  purpose: true,
  address: true,
  channel: true,
  payload: true,
  attempts: true,
  sends: true,
  createdAt: true,
  lastSentAt: true,
  phoneChannel: true,
  phoneSentAt: true,
  phone: true,
  expiresAt: true,
  provenAt: true,
  provenBy: true,
  consumedAt: true,
  refusedAt: true,
  reportedAt: true,
  sendOutcome: true,
  sendOutcomeAt: true,
  ip: true,
  userAgent: true,
} as const;

/** Written for staff: it may be about an impostor. */
function withoutReason(details: Prisma.JsonValue): Prisma.JsonValue {
  if (details === null || typeof details !== "object" || Array.isArray(details)) return details;
  const { reason: _, reasonId: _id, ...rest } = details;
  return rest;
}

type TrailRow = {
  id: bigint;
  at: Date;
  name: string;
  actorId: string | null;
  subjectId: string | null;
  maskedIdentifier: string | null;
  ip: string | null;
  userAgent: string | null;
  details: Prisma.JsonValue;
};

/** Two index ranges, by actor and subject, each ordered by its own first column (lib/admin/read-audit-range.ts). */
function trailPage(userId: string, last: TrailRow | null): Promise<TrailRow[]> {
  const before = last ? Prisma.sql`AND ("at", "id") < (${last.at}::timestamptz, ${last.id}::bigint)` : Prisma.empty;
  const stretch = (person: Prisma.Sql) => Prisma.sql`
    (SELECT "id", "at", "name", "actorId", "subjectId", "maskedIdentifier", "ip", "userAgent", "details" FROM "AuditEvent"
      WHERE ${person} = ANY(ARRAY[${userId}::uuid]) ${before} ORDER BY ${person} DESC, "at" DESC, "id" DESC LIMIT ${pageSize})`;
  return db().$queryRaw<TrailRow[]>`
    SELECT * FROM (${stretch(Prisma.sql`"subjectId"`)} UNION ${stretch(Prisma.sql`"actorId"`)}) AS trail
    ORDER BY "at" DESC, "id" DESC LIMIT ${pageSize}`;
}

export async function* readAuditTrail(userId: string, locale: Locale) {
  const t = translator(locale, "ownData");
  for await (const events of inPages<TrailRow>((last) => trailPage(userId, last))) {
    yield events.map(({ name, at, actorId, subjectId, ip, userAgent, maskedIdentifier, details }) => {
      // Where staff acted from is theirs.
      const isByOther = actorId !== null && actorId !== userId;
      return {
        at,
        name,
        meaning: describeEvent(name, locale),
        by: isByOther ? t("file.who.staff") : actorId === userId ? t("file.who.you") : null,
        about: subjectId === userId ? t("file.who.you") : subjectId === null ? null : t("file.who.other"),
        maskedIdentifier: subjectId === userId ? maskedIdentifier : null,
        details: subjectId === userId ? (isByOther ? withoutReason(details) : details) : null,
        ip: isByOther ? null : ip,
        userAgent: isByOther ? null : userAgent,
      };
    });
  }
}
