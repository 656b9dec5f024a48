import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { shopFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/** Welcomes a user whose account was just created. */
export async function sendWelcomeMail(to: Recipient, username: string) {
  const t = translator(to.locale, "accountMails");
  const facts = { ...shopFacts(to.locale), username: isolate(username, to.locale) };
  return await mailNotice("welcome", to, {
    subject: t("welcome.subject", facts),
    heading: t("welcome.heading", facts),
    paragraphs: [t("welcome.ready", facts), t("welcome.members")],
    links: [{ label: t("welcome.link"), path: "/home" }],
  });
}
