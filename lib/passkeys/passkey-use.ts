import { insertEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { logEvent } from "@/lib/log";

/** A passkey that has signed. Whether its counter has grown is still to be seen: `passkeyUseSql` decides that. */
export type VerifiedPasskey = { credentialID: string; userId: string; counter: number; isBackedUp: boolean };

/** The column of @auth/prisma-adapter's schema holds 31 of the 32 bits; no device comes near either. */
export const highestCounter = 2 ** 31 - 1;

/**
 * The statement, up to its conditions, that notes the use of a passkey, for a WITH or a transaction: `UPDATE ... WHERE`.
 * It matches one row if the passkey is still there, is not suspected, and its counter has grown. Devices that do not
 * count, as all that sync, say 0 for ever, and that is let through (WebAuthn section 7.2, step 22). Compared by the
 * database, under the row's lock: of two copies that answer at once one gets in, and the adapter's
 * `updateAuthenticatorCounter` would let both.
 */
export function passkeyUseSql({ credentialID, counter, isBackedUp }: VerifiedPasskey, now: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Authenticator" SET "counter" = ${counter}::int, "lastUsedAt" = ${now}, "credentialBackedUp" = ${isBackedUp}
    WHERE "credentialID" = ${credentialID} AND "cloneSuspectedAt" IS NULL
      AND ("counter" < ${counter}::int OR ("counter" = 0 AND ${counter}::int = 0))`;
}

/**
 * Closes a passkey whose good signature came with a counter that has not grown: there is a second copy of it, and
 * nobody can tell which one answered. It opens nothing any more; its owner sees why and removes it. Nothing happens to
 * one whose counter has grown, so ask only after `passkeyUseSql` matched nothing, or before. Gives the `reportId` that
 * the mail about it names, null where nothing was closed.
 */
export async function closeIfCloned(
  transaction: Pick<Transaction, "$queryRaw">,
  { credentialID, counter }: VerifiedPasskey,
  visitor: { ip: string | null; userAgent: string | null },
): Promise<string | null> {
  const event = insertEvent(
    { name: "passkey_clone_suspected", ip: visitor.ip, userAgent: visitor.userAgent },
    { subject: Prisma.sql`closed."userId"`, from: Prisma.sql`closed` },
  );
  const [closed] = await transaction.$queryRaw<{ reportId: string }[]>`
    WITH closed AS (
      UPDATE "Authenticator" SET "cloneSuspectedAt" = now()
      WHERE "credentialID" = ${credentialID} AND "cloneSuspectedAt" IS NULL
        AND "counter" > 0 AND "counter" >= ${counter}::int
      RETURNING "userId", "reportId"
    ), audit AS (${event})
    SELECT "reportId" FROM closed`;
  if (closed === undefined) return null;
  logEvent("warn", "passkey_clone_suspected");
  return closed.reportId;
}
