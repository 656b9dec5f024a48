import type { Transaction } from "@/lib/db/client";
import type { ReportSubject } from "@/lib/signed-link/report-token";

// Lock order: admin changes, passkeys and recovery codes, profile, then challenges, browsers, sessions, users;
// of a shopper's order the session, the bag, the order, then products by id.

/** Serializes admin changes and deletions until the transaction ends, by the lock of 20261123000011_last_admin. */
export async function lockAdminChanges(transaction: Pick<Transaction, "$executeRaw">): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop admins'))`;
}

/** Holds a user's passkeys and recovery codes; logins by them lock these before their session, so they wait. */
export async function lockPasskeys(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT 1 FROM "Authenticator" WHERE "userId" = ${userId}::uuid ORDER BY "credentialID" FOR UPDATE`;
  await transaction.$queryRaw`
    SELECT 1 FROM "RecoveryCode" WHERE "userId" = ${userId}::uuid ORDER BY "codeHash" FOR UPDATE`;
}

/** Serializes changes of a user's email. Not the user's row: a login locks that after its challenge. */
export async function lockProfile(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop profile'), hashtext(${userId}))`;
}

export type SessionOrigin = {
  browserKeyHash: string | null;
  challengeId: string | null;
  browserId: string | null;
  /** What a mail's "This was not me" ends: the browser, or the session if that is unknown. */
  report: ReportSubject;
};

/** Locks a session's row and gives where it was made. Null if it ended, or its user may not log in. */
export async function lockSession(transaction: Transaction, id: string): Promise<SessionOrigin | null> {
  const [session] = await transaction.$queryRaw<Omit<SessionOrigin, "report">[]>`
    SELECT session."browserKeyHash", session."challengeId", (
      SELECT browser."id" FROM "KnownBrowser" browser
      WHERE browser."userId" = session."userId" AND browser."keyHash" = session."browserKeyHash"
    ) AS "browserId"
    FROM "Session" session JOIN "User" owner ON owner."id" = session."userId"
    WHERE session."id" = ${id}::uuid AND owner."disabledAt" IS NULL AND owner."deletionAskedAt" IS NULL
    FOR UPDATE OF session`;
  if (session === undefined) return null;
  const { browserId } = session;
  return { ...session, report: browserId ? { kind: "browser", id: browserId } : { kind: "session", id } };
}
