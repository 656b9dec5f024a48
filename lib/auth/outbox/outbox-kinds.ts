import type { AuditEntry } from "@/lib/audit/events";
import { cancelEmailChange, completeEmailChange } from "@/lib/auth/account/complete-email-change";
import { beginRecoveryWait } from "@/lib/auth/account/stop-recovery";
import type { Transaction } from "@/lib/db/client";
import {
  sendAccountDeletedMail,
  sendAccountKeptMail,
  sendDeletionMail,
  sendInvitationMail,
  sendWelcomeMail,
} from "@/lib/mail/account-mails";
import { sendEventAlarmMail, sendProviderAlarmMail } from "@/lib/mail/alarm-mails";
import {
  sendAccountRestoredMail,
  sendAddressAddedMail,
  sendAddressLeftMail,
  sendAddressTakenBackMail,
  sendEmailGivenMail,
  sendEmailTakenAwayMail,
} from "@/lib/mail/email-change-mails";
import { sendOrderMail } from "@/lib/mail/order-mails";
import type { MailFacts, MailKind, WaitingMail } from "@/lib/mail/outbox";
import {
  sendNewBrowserMail,
  sendPasskeyMail,
  sendProfileChangedMail,
  sendRecoveryCodesMail,
} from "@/lib/mail/security-mails";
import type { sendMail } from "@/lib/mail/sendgrid-transport";
import {
  sendPasskeysResetMail,
  sendPhoneChangedMail,
  sendRecordsExportedMail,
  sendRecoveryAnnouncedMail,
  sendRecoveryBegunMail,
  sendRecoveryStoppedMail,
  sendRoleChangedMail,
} from "@/lib/mail/staff-mails";
import { deletionDue, recoveryDue } from "@/lib/retention";
import { makeKeepToken, makeStopToken, makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { makeReportToken, type ReportSubject } from "@/lib/signed-link/report-token";

export type KindOfMail<Kind extends MailKind = MailKind> = {
  send: (mail: WaitingMail<Kind>) => ReturnType<typeof sendMail>;
  /** The audit event about the delivery; none where the change's own is enough. */
  event?: (facts: MailFacts[Kind]) => Pick<AuditEntry, "name" | "details">;
  /** Runs in the transaction that notes the acceptance. */
  accepted?: (transaction: Transaction, mail: WaitingMail<Kind>) => Promise<void>;
  givenUp?: (transaction: Transaction, mail: WaitingMail<Kind>) => Promise<void>;
};

/** How each kind is written when it is sent, with tokens made only now. */
export const outboxKinds: { [Kind in MailKind]: KindOfMail<Kind> } = {
  welcome: { send: ({ to, facts }) => sendWelcomeMail(to, facts.username) },
  invitation: { send: ({ to, facts }) => sendInvitationMail(to, facts.username) },
  "new-browser": {
    send: (mail) => sendNewBrowserMail({ ...mail, ...mail.facts, reportToken: reportTokenFor(mail) }),
    event: () => ({ name: "new_browser_alerted" }),
  },
  passkey: {
    send: (mail) => sendPasskeyMail({ ...mail, act: mail.facts.act, reportToken: reportTokenFor(mail) }),
    event: ({ act }) => ({ name: "passkey_change_alerted", details: { act } }),
  },
  "recovery-codes": {
    send: (mail) => sendRecoveryCodesMail({ ...mail, ...mail.facts, reportToken: reportTokenFor(mail) }),
    event: ({ act }) => ({ name: "recovery_codes_alerted", details: { act } }),
  },
  profile: {
    send: (mail) => sendProfileChangedMail({ ...mail, ...mail.facts, reportToken: reportTokenFor(mail) }),
    event: ({ act }) => ({ name: "profile_change_alerted", details: { act } }),
  },
  "own-email-left": {
    send: (mail) =>
      sendAddressLeftMail({
        ...mail,
        oldAddress: mail.to,
        maskedNewEmail: mail.facts.newEmail,
        undoToken: makeUndoEmailToken(mail.facts.changeId),
      }),
    accepted: completeEmailChange,
    givenUp: cancelEmailChange,
    event: () => ({ name: "profile_change_alerted", details: { act: "email" } }),
  },
  "own-email-added": {
    send: (mail) =>
      sendAddressAddedMail({ ...mail, newAddress: mail.to, undoToken: makeUndoEmailToken(mail.facts.changeId) }),
    event: () => ({ name: "profile_change_alerted", details: { act: "email" } }),
  },
  "email-restored": {
    send: (mail) => sendAccountRestoredMail(mail),
    event: () => ({ name: "profile_change_alerted", details: { act: "email undone" } }),
  },
  "email-taken-back": {
    send: (mail) => sendAddressTakenBackMail(mail),
    event: () => ({ name: "profile_change_alerted", details: { act: "email undone" } }),
  },
  "deletion-asked": {
    send: (mail) => {
      const askedAt = new Date(mail.facts.askedAt);
      const keepToken = makeKeepToken({ id: ownerOf(mail), email: mail.to.email, deletionAskedAt: askedAt });
      return sendDeletionMail({ ...mail, dueAt: deletionDue(askedAt), keepToken });
    },
    event: () => ({ name: "deletion_alerted", details: { act: "asked" } }),
  },
  "account-kept": {
    send: (mail) => sendAccountKeptMail(mail),
    event: () => ({ name: "deletion_alerted", details: { act: "undone" } }),
  },
  "account-deleted": { send: ({ to, facts, at }) => sendAccountDeletedMail({ to, username: facts.username, at }) },
  "email-taken-away": {
    send: ({ to, facts, at }) =>
      sendEmailTakenAwayMail({ username: facts.username, oldAddress: to, maskedNewEmail: facts.newEmail, at }),
  },
  "email-given": { send: ({ to, facts, at }) => sendEmailGivenMail({ ...facts, newAddress: to, at }) },
  "phone-changed": { send: (mail) => sendPhoneChangedMail(mail) },
  "passkeys-reset": { send: (mail) => sendPasskeysResetMail(mail) },
  "role-changed": { send: (mail) => sendRoleChangedMail(mail) },
  "records-exported": { send: (mail) => sendRecordsExportedMail({ ...mail, ...mail.facts }) },
  "recovery-begun": {
    send: (mail) => {
      const { username, newEmail, startedAt } = mail.facts;
      const stopToken = makeStopToken({ id: ownerOf(mail), email: mail.to.email, startedAt: new Date(startedAt) });
      const dueAt = recoveryDue(mail.triedAt);
      return sendRecoveryBegunMail({ username, oldAddress: mail.to, maskedNewEmail: newEmail, dueAt, stopToken });
    },
    accepted: beginRecoveryWait,
  },
  "recovery-announced": {
    send: ({ to, facts }) =>
      sendRecoveryAnnouncedMail({ username: facts.username, newAddress: to, dueAt: new Date(facts.dueAt) }),
  },
  "recovery-stopped": {
    send: (mail) => sendRecoveryStoppedMail(mail),
    event: () => ({ name: "recovery_alerted", details: { act: "stopped" } }),
  },
  "provider-alarm": { send: ({ to, facts }) => sendProviderAlarmMail(to, facts) },
  "event-alarm": { send: ({ to, facts }) => sendEventAlarmMail(to, facts) },
  order: { send: (mail) => sendOrderMail({ ...mail, ...mail.facts }) },
};

function reportTokenFor({ facts }: { facts: { report: ReportSubject } }): string {
  return makeReportToken(facts.report.kind, facts.report.id);
}

function ownerOf({ kind, userId }: WaitingMail): string {
  if (userId === null) throw new Error(`The mail ${kind} is about no account`);
  return userId;
}
