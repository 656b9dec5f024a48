import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

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
