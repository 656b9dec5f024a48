import { translator } from "@/lib/i18n/translator";
import { mailNotice, noMore, reportLink } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

export type ProfileNotice = {
  to: Recipient;
  act: "username" | "phone" | "phoneVerified" | "language" | "data" | "codesOff" | "codesOn";
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** Authority to report it, see lib/signed-link/report-token.ts. */
  reportToken: string;
  isLast?: boolean | undefined;
};

/**
 * Tells a user that their username, phone or language was changed in their own account, and not to what, that codes were
 * switched off or on, or that their data was downloaded there (R33; ASVS 6.3.7).
 */
export async function sendProfileChangedMail({ to, act, reportToken, isLast, ...trace }: ProfileNotice) {
  const t = translator(to.locale, "securityMails");
  return await mailNotice(`own-${act}`, to, {
    heading: t(`profile.${act}.heading`),
    paragraphs: [
      t("profile.what", deviceFacts(to, trace)),
      translator(to.locale, "mails")("ifYou"),
      t(`profile.${act}.ifNot`),
      ...noMore(to, isLast),
    ],
    links: [reportLink(to, reportToken)],
  });
}
