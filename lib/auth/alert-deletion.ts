import { sendAccountKeptMail } from "@/lib/mail/account-kept-mail";
import { sendDeletionMail } from "@/lib/mail/deletion-mail";
import { deletionDue } from "@/lib/users/deletion-wait";
import { type LeavingUser, makeKeepToken } from "./keep-token";
import { sendAlert } from "./send-alert";
import type { Visitor } from "./visitor";

/**
 * Tells the owner of an account that it will be deleted and when, with the link that keeps it (R33). Runs after the
 * response and never throws, as send-alert.ts says.
 */
export async function alertDeletionAsked(owner: LeavingUser, visitor: Visitor): Promise<void> {
  const { email: to, deletionAskedAt: at } = owner;
  const mail = { to, device: visitor.device, at, dueAt: deletionDue(at), keepToken: makeKeepToken(owner) };
  await sendAlert({ name: "deletion_alerted", details: { act: "asked" } }, owner, visitor, () =>
    sendDeletionMail(mail),
  );
}

/** Tells the owner that the account stays: whoever did it had a link from the mailbox, or could log in. */
export async function alertDeletionUndone(owner: { id: string; email: string }, visitor: Visitor): Promise<void> {
  const mail = { to: owner.email, device: visitor.device, at: new Date() };
  await sendAlert({ name: "deletion_alerted", details: { act: "undone" } }, owner, visitor, () =>
    sendAccountKeptMail(mail),
  );
}
