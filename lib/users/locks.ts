import type { Transaction } from "@/lib/db/client";
import type { ReportSubject } from "@/lib/signed-link/report-token";

// The order in which a transaction asks for these, so that no two wait for each other: changes by admins, passkeys and
// recovery codes, profile, then the rows of challenges, browsers, sessions and users.

/**
 * Waits for whatever else holds the lock of the migration 20261123000011_last_admin, and holds it until the transaction
 * ends: all changes by admins, and what takes a user away or brings one back. They then need no common order for the
 * rows that they lock, and who is an admin does not change meanwhile.
 */
export async function lockAdminChanges(transaction: Pick<Transaction, "$executeRaw">): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop admins'))`;
}

/**
 * Holds all passkeys and recovery codes of a user until the transaction ends. A login by one of them is waited for, and
 * one that comes later waits: it locks its passkey or its code before its session, too.
 */
export async function lockPasskeys(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT 1 FROM "Authenticator" WHERE "userId" = ${userId}::uuid ORDER BY "credentialID" FOR UPDATE`;
  await transaction.$queryRaw`
    SELECT 1 FROM "RecoveryCode" WHERE "userId" = ${userId}::uuid ORDER BY "codeHash" FOR UPDATE`;
}

/**
 * Lets one change of a user's email happen at a time, until the transaction ends: by the user, by an admin, or undone
 * by the mailed link. A lock of its own and not the user's row, which a login locks after its challenge
 * (end-access.ts).
 */
export async function lockProfile(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('myshop profile'), hashtext(${userId}))`;
}

/** Where a session was made. */
export type SessionOrigin = {
  browserKeyHash: string | null;
  challengeId: string | null;
  /** The TrustedDevice that it was made in. */
  browserId: string | null;
  /** What "This was not me" in a mail about the session ends: its browser, or itself where that is not known. */
  report: ReportSubject;
};

/**
 * Where a session was made, its row locked until the transaction ends: whoever ends it waits, and then finds what was
 * done in it (forget-browsers.ts). Null if it was ended already, or its user may not log in.
 */
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
