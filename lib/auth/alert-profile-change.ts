import { sendAccountRestoredMail, sendAddressTakenBackMail } from "@/lib/mail/email-undone-mail";
import { sendAddressAddedMail, sendAddressLeftMail } from "@/lib/mail/own-email-changed-mail";
import { sendProfileChangedMail } from "@/lib/mail/profile-changed-mail";
import { type MailedUser, recipientOf } from "@/lib/mail/recipient";
import type { EmailMoved } from "./finish-email-change";
import type { ProfileChange } from "./profile-change";
import { sendAlert } from "./send-alert";
import type { EmailRestored } from "./undo-email-change";
import { describeDevice, type Visitor } from "./visitor";

const name = "profile_change_alerted";

/**
 * Tells the owner of an account that the username, phone or language is another, or that all data was downloaded (R33;
 * ASVS 6.3.7), with a link that reports it. `owner` is as it was before: of another language they read in the old one,
 * perhaps the only one they know. Runs after the response and never throws, as send-alert.ts says; so do the two below.
 */
export async function alertProfileChange(
  { act, at, reportToken }: ProfileChange,
  owner: MailedUser & { id: string },
  visitor: Visitor,
): Promise<void> {
  const to = recipientOf(owner);
  const mail = { to, act, device: describeDevice(visitor.userAgent, to.locale), at, reportToken };
  await sendAlert({ name, details: { act } }, owner, visitor, () => sendProfileChangedMail(mail));
}

/** Tells both addresses that an account moved from one to the other, each with the link that puts it back. */
export async function alertEmailMoved(moved: EmailMoved, visitor: Visitor): Promise<void> {
  const { userId: id, oldEmail, newEmail, at, undoToken } = moved;
  const oldAddress = recipientOf({ ...moved, email: oldEmail });
  const newAddress = { ...oldAddress, email: newEmail };
  const mail = { oldAddress, newAddress, device: describeDevice(visitor.userAgent, oldAddress.locale), at, undoToken };
  const details = { act: "email" };
  await Promise.all([
    sendAlert({ name, details }, { id, email: oldEmail }, visitor, () => sendAddressLeftMail(mail)),
    sendAlert({ name, details }, { id, email: newEmail }, visitor, () => sendAddressAddedMail(mail)),
  ]);
}

/** Tells both addresses that a move was undone. */
export async function alertEmailRestored(restored: EmailRestored, visitor: Visitor): Promise<void> {
  const { userId: id, email, leftEmail, at } = restored;
  const to = recipientOf(restored);
  const mail = { device: describeDevice(visitor.userAgent, to.locale), at };
  const details = { act: "email undone" };
  await Promise.all([
    sendAlert({ name, details }, { id, email }, visitor, () => sendAccountRestoredMail({ ...mail, to })),
    sendAlert({ name, details }, { id, email: leftEmail }, visitor, () =>
      sendAddressTakenBackMail({ ...mail, to: { ...to, email: leftEmail } }),
    ),
  ]);
}
