import { isolatePhrase } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { shopFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

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
