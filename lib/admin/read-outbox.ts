import { db } from "@/lib/db/client";
import type { MailKind } from "@/lib/mail/outbox";

/** The address is masked. */
export type StaffMail = {
  id: string;
  kind: MailKind;
  maskedAddress: string;
  userId: string | null;
  createdAt: Date;
  attempts: number;
  state: "WAITING" | "ACCEPTED" | "REFUSED" | "GIVEN_UP";
  /** When accepted or given up; if waiting, the next try. */
  at: Date;
};

export type Outbox = {
  waiting: number;
  oldest: StaffMail[];
  failed: StaffMail[];
};

/** Above it the dashboard says "more than". */
export const mostCountedMails = 10_000;
const shownMails = 5;
const shownMailsOfUser = 10;

const columns = {
  id: true,
  kind: true,
  maskedAddress: true,
  userId: true,
  createdAt: true,
  attempts: true,
  dueAt: true,
  acceptedAt: true,
  failedAt: true,
  lastError: true,
} as const;

/** What waits, and what was given up in `keptDays.outboxMail` days. */
export async function readOutbox(): Promise<Outbox> {
  const [counted, oldest, failed] = await Promise.all([
    db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM (
        SELECT 1 FROM "OutboxMail" WHERE "dueAt" IS NOT NULL LIMIT ${mostCountedMails + 1}::int
      ) AS "waiting"`,
    db().outboxMail.findMany({
      where: { dueAt: { not: null } },
      orderBy: { createdAt: "asc" },
      take: shownMails,
      select: columns,
    }),
    db().outboxMail.findMany({
      where: { failedAt: { not: null } },
      orderBy: { failedAt: "desc" },
      take: shownMails,
      select: columns,
    }),
  ]);
  return { waiting: counted[0]?.count ?? 0, oldest: oldest.map(toStaffMail), failed: failed.map(toStaffMail) };
}

export async function readMailsOf(userId: string): Promise<StaffMail[]> {
  const mails = await db().outboxMail.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    take: shownMailsOfUser,
    select: columns,
  });
  return mails.map(toStaffMail);
}

type Row = Omit<StaffMail, "kind" | "state" | "at"> & { kind: string } & Record<
    "dueAt" | "acceptedAt" | "failedAt",
    Date | null
  > & { lastError: string | null };

function toStaffMail({ dueAt, acceptedAt, failedAt, lastError, ...mail }: Row): StaffMail {
  const givenUp = lastError === "ADDRESS_REFUSED" ? "REFUSED" : "GIVEN_UP";
  return {
    ...mail,
    // enqueueMails and createSession write nothing else.
    kind: mail.kind as MailKind,
    state: acceptedAt ? "ACCEPTED" : failedAt ? givenUp : "WAITING",
    at: acceptedAt ?? failedAt ?? dueAt ?? mail.createdAt,
  };
}
