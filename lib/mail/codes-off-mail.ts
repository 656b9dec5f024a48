import { isolatePhrase } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { shopFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/**
 * Tells an owner who has switched codes off that someone asked for one. The page cannot say so, because it would say it
 * to strangers too.
 */
export async function sendCodesOffMail(to: Recipient, device: string) {
  const t = translator(to.locale, "accountMails");
  return await mailNotice("codes-off", to, {
    heading: t("codesOff.heading"),
    paragraphs: [
      t("codesOff.asked", { ...shopFacts(to.locale), device: isolatePhrase(device, to.locale) }),
      t("codesOff.ifYou"),
      t("codesOff.ifNot"),
    ],
    links: [
      { label: t("codesOff.login"), path: "/login" },
      { label: t("codesOff.recovery"), path: "/login/recovery" },
    ],
  });
}
