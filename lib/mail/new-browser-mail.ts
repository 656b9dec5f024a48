import { translator } from "@/lib/i18n/translator";
import { mailNotice, noMore, reportLink } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

export type NewBrowserAlert = {
  to: Recipient;
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** Why the owner is told: the browser was not known, or the right code came after several wrong ones. */
  reason: "newBrowser" | "wrongCodes";
  /** Authority to end what that browser may do, see lib/signed-link/report-token.ts. */
  reportToken: string;
  isLast?: boolean | undefined;
};

/** Tells a user of a login that may not be theirs (ASVS 6.3.5), with a link to the page that ends its session. */
export async function sendNewBrowserMail({ to, reason, reportToken, isLast, ...trace }: NewBrowserAlert) {
  const t = translator(to.locale, "securityMails");
  const facts = deviceFacts(to, trace);
  return await mailNotice("new-browser", to, {
    subject: t("newBrowser.subject", facts),
    heading: t(`${reason}.heading`),
    paragraphs: [
      t(`${reason}.what`, facts),
      translator(to.locale, "mails")("ifYou"),
      t("newBrowser.ifNot"),
      ...noMore(to, isLast),
    ],
    links: [reportLink(to, reportToken)],
  });
}
