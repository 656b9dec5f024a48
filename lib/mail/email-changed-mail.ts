import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/**
 * Tells the address that an account had until now that it has another one (R33; ASVS 6.3.7). The new one is masked:
 * whoever reads the old mailbox need not be its owner any more.
 */
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

/**
 * Tells an address that it is an account's from now on (R33). It says nothing of the address before, and calls nobody to
 * log in to an account that is disabled.
 */
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
