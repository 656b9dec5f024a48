import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { shopFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

/**
 * Invites somebody for whom the shop made an account. Its link needs no token: the code of the first login proves the
 * mailbox, and a mail that somebody else opens logs nobody in (docs/decisions/mailed-links-only-prefill.md).
 */
export async function sendInvitationMail(to: Recipient, username: string) {
  const t = translator(to.locale, "accountMails");
  const facts = { ...shopFacts(to.locale), username: isolate(username, to.locale) };
  return await mailNotice("invitation", to, {
    subject: t("invitation.subject", facts),
    heading: t("invitation.heading", facts),
    paragraphs: [t("invitation.made", facts), t("invitation.noPassword"), t("invitation.ifUnwanted")],
    links: [{ label: translator(to.locale, "mails")("logIn"), path: "/login" }],
  });
}
