import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/** Tells a user that the shop removed all their passkeys (R33; ASVS 6.3.7), which they may not have asked for. */
export async function sendPasskeysResetMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const common = translator(to.locale, "mails");
  const heading = t("passkeys.heading");
  return await mailNotice("passkeys-reset", to, {
    heading,
    paragraphs: [t("passkeys.what", staffFacts(to, at)), common("ifAsked"), common("writeAtOnce")],
    links: [linkToShop(to, heading)],
  });
}
