import { sendAccountKeptMail } from "@/lib/mail/account-kept-mail";
import { sendDeletionMail } from "@/lib/mail/deletion-mail";
import { type MailedUser, recipientOf } from "@/lib/mail/recipient";
import { deletionDue } from "@/lib/users/deletion-wait";
import { type LeavingUser, makeKeepToken } from "./keep-token";
import { sendAlert } from "./send-alert";
import { describeDevice, type Visitor } from "./visitor";

/**
 * Tells the owner of an account that it will be deleted and when, with the link that keeps it (R33). Runs after the
 * response and never throws, as send-alert.ts says.
 */
export async function alertDeletionAsked(owner: LeavingUser & MailedUser, visitor: Visitor): Promise<void> {
  const { deletionAskedAt: at } = owner;
  const to = recipientOf(owner);
  const device = describeDevice(visitor.userAgent, to.locale);
  const mail = { to, device, at, dueAt: deletionDue(at), keepToken: makeKeepToken(owner) };
  await sendAlert({ name: "deletion_alerted", details: { act: "asked" } }, owner, visitor, () =>
    sendDeletionMail(mail),
  );
}

/** Tells the owner that the account stays: whoever did it had a link from the mailbox, or could log in. */
export async function alertDeletionUndone(owner: MailedUser & { id: string }, visitor: Visitor): Promise<void> {
  const to = recipientOf(owner);
  const mail = { to, device: describeDevice(visitor.userAgent, to.locale), at: new Date() };
  await sendAlert({ name: "deletion_alerted", details: { act: "undone" } }, owner, visitor, () =>
    sendAccountKeptMail(mail),
  );
}
