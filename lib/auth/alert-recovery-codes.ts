import { type MailedUser, recipientOf } from "@/lib/mail/recipient";
import { sendRecoveryCodesMail } from "@/lib/mail/recovery-codes-mail";
import { sendAlert } from "./send-alert";
import { describeDevice, type Visitor } from "./visitor";

/** What happened with the recovery codes of an account, and the authority to report the browser that did it. */
export type RecoveryCodesNews = { act: "made" | "used to log in" | "used to confirm"; reportToken: string };

/**
 * Tells the owner of an account that recovery codes were made, or that one was used (R33, ASVS 6.3.7): whoever reads the
 * mailbox can end what a stranger did with them. Runs after the response and never throws, as send-alert.ts says.
 */
export async function alertRecoveryCodes(
  news: RecoveryCodesNews,
  owner: MailedUser & { id: string },
  visitor: Visitor,
): Promise<void> {
  const { act } = news;
  const to = recipientOf(owner);
  const mail = { ...news, to, device: describeDevice(visitor.userAgent, to.locale), at: new Date() };
  await sendAlert({ name: "recovery_codes_alerted", details: { act } }, owner, visitor, () =>
    sendRecoveryCodesMail(mail),
  );
}
