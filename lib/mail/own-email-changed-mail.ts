import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { deviceFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

type OwnEmailChange = {
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** Authority to undo it, see lib/signed-link/undo-email-token.ts. */
  undoToken: string;
};

/**
 * Tells the address that an account had until now that its owner, or somebody in their name, moved it to another (R33;
 * ASVS 6.3.7). The new one is masked: whoever reads the old mailbox need not be its owner any more.
 */
export async function sendAddressLeftMail({
  oldAddress: to,
  maskedNewEmail,
  undoToken,
  ...trace
}: OwnEmailChange & { oldAddress: Recipient; maskedNewEmail: string }) {
  const t = translator(to.locale, "securityMails");
  const common = translator(to.locale, "mails");
  const address = isolate(maskedNewEmail, to.locale);
  return await mailNotice("own-email-left", to, {
    heading: t("addressLeft.heading"),
    paragraphs: [
      t("addressLeft.what", { ...deviceFacts(to, trace), address }),
      common("ifYou"),
      t("addressLeft.ifNot"),
    ],
    links: [{ label: common("notMe"), path: `/undo-email/${undoToken}` }],
  });
}

/** Tells an address that it is an account's from now on (R33). It says nothing of the address before. */
export async function sendAddressAddedMail({
  newAddress: to,
  undoToken,
  ...trace
}: OwnEmailChange & { newAddress: Recipient }) {
  const t = translator(to.locale, "securityMails");
  return await mailNotice("own-email-added", to, {
    heading: t("addressAdded.heading"),
    paragraphs: [t("addressAdded.what", deviceFacts(to, trace)), t("addressAdded.others"), t("addressAdded.ifNot")],
    links: [{ label: translator(to.locale, "mails")("notMe"), path: `/undo-email/${undoToken}` }],
  });
}
