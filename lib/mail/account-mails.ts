import { isolate, isolatePhrase } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, linkToShop, mailNotice, type Recipient, shopFacts, staffFacts, timeFor } from "./mail-notice";

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

/** Its link has no token: the first login's code proves the mailbox (docs/decisions/mailed-links-only-prefill.md). */
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

/** The page must not say it to strangers (as django-allauth's send_unknown_account_mail). */
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
  dueAt: Date;
  /** See lib/signed-link/account-links.ts. */
  keepToken: string;
};

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

/** The account stays. Links to asking again, for an owner who did not keep it. */
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

/** R33; ASVS 6.3.7. */
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
