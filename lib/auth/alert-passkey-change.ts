import { type PasskeyNotice, sendPasskeyMail } from "@/lib/mail/passkey-mail";
import { type MailedUser, recipientOf } from "@/lib/mail/recipient";
import { sendAlert } from "./send-alert";
import { describeDevice, type Visitor } from "./visitor";

/** What was done to the passkeys of an account, and the authority to report it (report-token.ts). */
export type PasskeyChange = Pick<PasskeyNotice, "act" | "reportToken">;

/**
 * Tells the owner of an account that a passkey was added or removed, or closed as a copy (R33; ASVS 6.3.7): whoever
 * reads the mailbox can undo what a stolen session did, also without a login. Runs after the response and never throws:
 * a mail that fails undoes nothing. The audit trail says whether it went, and the log why not.
 */
export async function alertPasskeyChange(
  change: PasskeyChange,
  owner: MailedUser & { id: string },
  visitor: Visitor,
): Promise<void> {
  const { act, reportToken } = change;
  const to = recipientOf(owner);
  const device = describeDevice(visitor.userAgent, to.locale);
  await sendAlert(
    { name: "passkey_change_alerted", details: { act } },
    owner,
    visitor,
    async () => await sendPasskeyMail({ to, act, device, at: new Date(), reportToken }),
  );
}
