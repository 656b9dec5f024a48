import type { Transaction } from "@/lib/db/client";

/**
 * Makes worth nothing what the mails about a user's passkeys, and about codes that were asked for, can still do to
 * those passkeys, and to the recovery codes. For when the mails lie in a mailbox that is the user's no more: their
 * links never run out, and whoever reads the old mailbox could take the passkeys and log the user out with them.
 * Passkeys and codes stay.
 */
export async function voidPasskeyReports(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Authenticator" SET "reportId" = gen_random_uuid(),
      "addedInSession" = NULL, "addedInBrowser" = NULL, "addedAfterLogin" = NULL
    WHERE "userId" = ${userId}::uuid`;
  await transaction.$executeRaw`
    UPDATE "RecoveryCode"
    SET "usedInBrowser" = NULL, "addedInSession" = NULL, "addedInBrowser" = NULL, "addedAfterLogin" = NULL,
      "addedInBrowserId" = NULL, "usedInBrowserId" = NULL
    WHERE "userId" = ${userId}::uuid`;
}
