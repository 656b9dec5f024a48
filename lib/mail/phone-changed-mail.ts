import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/** Tells a user that the shop gave their account another phone number, and neither number (R33; ASVS 6.3.7). */
export async function sendPhoneChangedMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const common = translator(to.locale, "mails");
  const heading = t("phone.heading");
  return await mailNotice("phone-changed", to, {
    heading,
    paragraphs: [t("phone.what", staffFacts(to, at)), common("ifAsked"), common("writeAtOnce")],
    links: [linkToShop(to, heading)],
  });
}
