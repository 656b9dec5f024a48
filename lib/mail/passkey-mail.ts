import { translator } from "@/lib/i18n/translator";
import { mailNotice, reportLink } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

export type PasskeyNotice = {
  to: Recipient;
  act: "added" | "removed" | "copied";
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** Authority to report it, see lib/signed-link/report-token.ts. */
  reportToken: string;
};

/**
 * Tells a user that a passkey was added to their account or removed from it, or answered like a copy. It does not repeat
 * the passkey's name: whoever added it chose that, and it would be a stranger's words in our mail.
 */
export async function sendPasskeyMail({ to, act, reportToken, ...trace }: PasskeyNotice) {
  const t = translator(to.locale, "securityMails");
  return await mailNotice(`passkey-${act}`, to, {
    heading: t(`passkey.${act}.heading`),
    paragraphs: [
      t(`passkey.${act}.what`, deviceFacts(to, trace)),
      ...(act === "copied" ? [] : [translator(to.locale, "mails")("ifYou")]),
      t(`passkey.${act}.ifNot`),
    ],
    links: [reportLink(to, reportToken)],
  });
}
