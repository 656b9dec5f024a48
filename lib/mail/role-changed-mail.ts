import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/** Tells a user that the shop gave them another role (R33), and not which: that is for the dashboard. */
export async function sendRoleChangedMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const heading = t("role.heading");
  return await mailNotice("role-changed", to, {
    heading,
    paragraphs: [t("role.what", staffFacts(to, at)), t("role.ifUnexpected")],
    links: [linkToShop(to, heading)],
  });
}
