import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

type UndoneMail = { to: Recipient /** Browser and system in the recipient's words. */; device: string; at: Date };

/** Tells the owner that their account has the address again that it had before a change. */
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

/** Tells the address that the account had in between. It says nothing of the address that the account has now. */
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
