import { translator } from "@/lib/i18n/translator";
import { mailNotice, noMore, reportLink } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

export type RecoveryCodesNotice = {
  to: Recipient;
  act: "made" | "used to log in" | "used to confirm";
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** Authority to report the browser, see lib/signed-link/report-token.ts. */
  reportToken: string;
  isLast?: boolean | undefined;
};

const sentences = { made: "made", "used to log in": "login", "used to confirm": "confirmation" } as const;

/** Tells a user that recovery codes of theirs were made, or that one was used, with the link to the page that ends it. */
export async function sendRecoveryCodesMail({ to, act, reportToken, isLast, ...trace }: RecoveryCodesNotice) {
  const t = translator(to.locale, "securityMails");
  const sentence = sentences[act];
  return await mailNotice(act === "made" ? "recovery-codes-made" : "recovery-code-used", to, {
    heading: t(`recoveryCodes.${sentence}.heading`),
    paragraphs: [
      t(`recoveryCodes.${sentence}.what`, deviceFacts(to, trace)),
      translator(to.locale, "mails")("ifYou"),
      t("recoveryCodes.ifNot"),
      ...noMore(to, isLast),
    ],
    links: [reportLink(to, reportToken)],
  });
}
