import { db } from "@/lib/db/client";
import { type MailedUser, mailedUserFields } from "@/lib/mail/recipient";
import { closeIfCloned } from "@/lib/passkeys/passkey-use";
import type { VerifiedPasskey } from "@/lib/passkeys/verify-passkey";
import type { PasskeyChange } from "./alert-passkey-change";
import { makeReportToken } from "./report-token";
import type { Visitor } from "./visitor";

/** A passkey that opens nothing; and whom to tell of it, if it was closed because there is a copy of it. */
export type PasskeyRefused = {
  ok: false;
  error: "PASSKEY_REFUSED";
  closed?: { change: PasskeyChange; owner: MailedUser & { id: string } };
};

/** Refuses a passkey whose signature was good, and closes it where a copy of it has answered (`closeIfCloned`). */
export async function refusePasskey(passkey: VerifiedPasskey, visitor: Visitor): Promise<PasskeyRefused> {
  const refused = { ok: false, error: "PASSKEY_REFUSED" } as const;
  const reportId = await closeIfCloned(passkey, visitor);
  if (reportId === null) return refused;
  const owner = await db().user.findUnique({
    where: { id: passkey.userId },
    select: { id: true, ...mailedUserFields },
  });
  // Deleted in this moment.
  if (owner === null) return refused;
  return {
    ...refused,
    closed: { change: { act: "copied", reportToken: makeReportToken("passkey", reportId) }, owner },
  };
}
