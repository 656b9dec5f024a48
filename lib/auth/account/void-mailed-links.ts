import type { Transaction } from "@/lib/db/client";
import { voidPasskeyReports } from "@/lib/users/void-passkey-reports";

/**
 * Makes worth nothing what the mails that a user has got can still do, while the sessions go on: for when those mails
 * lie in a mailbox that is the user's no more. "This was not me" names a session, a browser or a passkey, so these get
 * new ids; a code request ends only what still belongs to its address (report-challenge.ts). Fresh proofs go, because
 * they may come from that mailbox. Hold the user's passkeys first (lib/users/locks.ts).
 */
export async function voidMailedLinks(transaction: Transaction, userId: string): Promise<void> {
  await voidPasskeyReports(transaction, userId);
  await transaction.$executeRaw`UPDATE "KnownBrowser" SET "id" = gen_random_uuid() WHERE "userId" = ${userId}::uuid`;
  await transaction.stepUp.deleteMany({ where: { session: { userId } } });
  await transaction.$executeRaw`
    UPDATE "Session" SET "id" = gen_random_uuid(), "challengeId" = NULL WHERE "userId" = ${userId}::uuid`;
}
