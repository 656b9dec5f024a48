import { isolate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, linkToShop, mailNotice, type Recipient, staffFacts } from "./mail-notice";

/** To the old address (R33; ASVS 6.3.7). Masks the new one: the reader may no longer be the owner. */
export async function sendEmailTakenAwayMail({
  username,
  oldAddress: to,
  maskedNewEmail,
  at,
}: {
  username: string;
  oldAddress: Recipient;
  maskedNewEmail: string;
  at: Date;
}) {
  const t = translator(to.locale, "shopMails");
  const common = translator(to.locale, "mails");
  const heading = t("addressTaken.heading");
  const facts = {
    ...staffFacts(to, at),
    username: isolate(username, to.locale),
    address: isolate(maskedNewEmail, to.locale),
  };
  return await mailNotice("email-taken-away", to, {
    subject: t("addressTaken.subject", facts),
    heading,
    paragraphs: [t("addressTaken.what", facts), common("ifAsked"), common("writeAtOnce")],
    links: [linkToShop(to, heading)],
  });
}

/** To the new address (R33), without the old one. */
export async function sendEmailGivenMail({
  username,
  newAddress: to,
  isDisabled,
  at,
}: {
  username: string;
  newAddress: Recipient;
  isDisabled: boolean;
  at: Date;
}) {
  const t = translator(to.locale, "shopMails");
  const facts = { ...staffFacts(to, at), username: isolate(username, to.locale) };
  const heading = t(isDisabled ? "addressGiven.headingDisabled" : "addressGiven.heading");
  const logIn = { label: translator(to.locale, "mails")("logIn"), path: "/login" };
  return await mailNotice("email-given", to, {
    subject: t("addressGiven.subject", facts),
    heading,
    paragraphs: [t(isDisabled ? "addressGiven.whatDisabled" : "addressGiven.what", facts), t("addressGiven.ifUnknown")],
    links: [...(isDisabled ? [] : [logIn]), linkToShop(to, heading)],
  });
}

type OwnEmailChange = {
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** See lib/signed-link/account-links.ts. */
  undoToken: string;
};

/** To the old address (R33; ASVS 6.3.7), with the link to undo. Masks the new one. */
export async function sendAddressLeftMail({
  oldAddress: to,
  maskedNewEmail,
  undoToken,
  ...trace
}: OwnEmailChange & { oldAddress: Recipient; maskedNewEmail: string }) {
  const t = translator(to.locale, "securityMails");
  const common = translator(to.locale, "mails");
  const address = isolate(maskedNewEmail, to.locale);
  return await mailNotice("own-email-left", to, {
    heading: t("addressLeft.heading"),
    paragraphs: [
      t("addressLeft.what", { ...deviceFacts(to, trace), address }),
      common("ifYou"),
      t("addressLeft.ifNot"),
    ],
    links: [{ label: common("notMe"), path: `/undo-email/${undoToken}` }],
  });
}

/** To the new address (R33), without the old one. */
export async function sendAddressAddedMail({
  newAddress: to,
  undoToken,
  ...trace
}: OwnEmailChange & { newAddress: Recipient }) {
  const t = translator(to.locale, "securityMails");
  return await mailNotice("own-email-added", to, {
    heading: t("addressAdded.heading"),
    paragraphs: [t("addressAdded.what", deviceFacts(to, trace)), t("addressAdded.others"), t("addressAdded.ifNot")],
    links: [{ label: translator(to.locale, "mails")("notMe"), path: `/undo-email/${undoToken}` }],
  });
}

type UndoneMail = { to: Recipient /** Browser and system in the recipient's words. */; device: string; at: Date };

export async function sendAccountRestoredMail({ to, ...trace }: UndoneMail) {
  const t = translator(to.locale, "securityMails");
  const heading = t("addressRestored.heading");
  return await mailNotice("email-restored", to, {
    heading,
    paragraphs: [
      t("addressRestored.what", deviceFacts(to, trace)),
      t("addressRestored.gone"),
      t("addressRestored.look"),
      t("addressRestored.ifNot"),
    ],
    links: [{ label: translator(to.locale, "mails")("logIn"), path: "/login" }, linkToShop(to, heading)],
  });
}

/** Without the account's present address. */
export async function sendAddressTakenBackMail({ to, ...trace }: UndoneMail) {
  const t = translator(to.locale, "securityMails");
  const heading = t("addressTakenBack.heading");
  return await mailNotice("email-taken-back", to, {
    heading,
    paragraphs: [
      t("addressTakenBack.what", deviceFacts(to, trace)),
      t("addressTakenBack.ifYou"),
      t("addressTakenBack.ifNot"),
    ],
    links: [linkToShop(to, heading)],
  });
}
