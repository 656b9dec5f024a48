import { isolate, isolatePhrase } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, linkToShop, mailNotice, type Recipient, shopFacts, staffFacts, timeFor } from "./mail-notice";

/** Welcomes a user whose account was just created. */
export async function sendWelcomeMail(to: Recipient, username: string) {
  const t = translator(to.locale, "accountMails");
  const facts = { ...shopFacts(to.locale), username: isolate(username, to.locale) };
  return await mailNotice("welcome", to, {
    subject: t("welcome.subject", facts),
    heading: t("welcome.heading", facts),
    paragraphs: [t("welcome.ready", facts), t("welcome.members")],
    links: [{ label: t("welcome.link"), path: "/home" }],
  });
}

/**
 * Invites somebody for whom the shop made an account. Its link needs no token: the code of the first login proves the
 * mailbox, and a mail that somebody else opens logs nobody in (docs/decisions/mailed-links-only-prefill.md).
 */
export async function sendInvitationMail(to: Recipient, username: string) {
  const t = translator(to.locale, "accountMails");
  const facts = { ...shopFacts(to.locale), username: isolate(username, to.locale) };
  return await mailNotice("invitation", to, {
    subject: t("invitation.subject", facts),
    heading: t("invitation.heading", facts),
    paragraphs: [t("invitation.made", facts), t("invitation.noPassword"), t("invitation.ifUnwanted")],
    links: [{ label: translator(to.locale, "mails")("logIn"), path: "/login" }],
  });
}

/**
 * Tells an address without a usable account that someone tried to log in with it. The page cannot say so, because it
 * would say it to strangers too (django-allauth's send_unknown_account_mail).
 */
export async function sendNoAccountMail(to: Recipient, device: string) {
  const t = translator(to.locale, "accountMails");
  return await mailNotice("no-account", to, {
    subject: t("noAccount.subject", shopFacts(to.locale)),
    heading: t("noAccount.heading"),
    paragraphs: [
      t("noAccount.asked", { ...shopFacts(to.locale), device: isolatePhrase(device, to.locale) }),
      t("noAccount.ifYou"),
      t("noAccount.ifNot"),
    ],
    links: [{ label: t("noAccount.link"), path: "/register" }],
  });
}

export type DeletionNotice = {
  to: Recipient;
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** When it will be gone. */
  dueAt: Date;
  /** Authority to keep the account, see lib/signed-link/account-links.ts. */
  keepToken: string;
};

/** Tells a user that their account will be deleted, and how to keep it. */
export async function sendDeletionMail({ to, dueAt, keepToken, ...trace }: DeletionNotice) {
  const t = translator(to.locale, "accountMails");
  return await mailNotice("deletion-asked", to, {
    heading: t("deletion.heading"),
    paragraphs: [
      t("deletion.asked", deviceFacts(to, trace)),
      t("deletion.due", { due: timeFor(to, dueAt) }),
      t("deletion.keep"),
      t("deletion.ifNot"),
    ],
    links: [{ label: t("deletion.link"), path: `/undo-deletion/${keepToken}` }],
  });
}

/**
 * Tells a user who had asked to be deleted that the account stays. `device` is browser and system in the recipient's
 * words. Whoever did not keep it is led to where it can be asked for again, by way of the login.
 */
export async function sendAccountKeptMail({ to, ...trace }: { to: Recipient; device: string; at: Date }) {
  const t = translator(to.locale, "accountMails");
  const common = translator(to.locale, "mails");
  return await mailNotice("account-kept", to, {
    heading: t("kept.heading"),
    paragraphs: [t("kept.pressed", deviceFacts(to, trace)), t("kept.ifYou"), t("kept.ifNot")],
    links: [
      { label: common("logIn"), path: "/login" },
      { label: common("notMe"), path: "/account/delete" },
    ],
  });
}

/** Tells an address that the shop deleted its account (R33; ASVS 6.3.7). */
export async function sendAccountDeletedMail({ to, username, at }: { to: Recipient; username: string; at: Date }) {
  const t = translator(to.locale, "accountMails");
  const heading = t("deleted.heading");
  return await mailNotice("account-deleted", to, {
    heading,
    paragraphs: [
      t("deleted.done", { ...staffFacts(to, at), username: isolate(username, to.locale) }),
      translator(to.locale, "mails")("ifAsked"),
      t("deleted.ifNot"),
    ],
    links: [linkToShop(to, heading)],
  });
}
