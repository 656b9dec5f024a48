import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

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
