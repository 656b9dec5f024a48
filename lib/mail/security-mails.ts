import { isolatePhrase } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, mailNotice, noMore, type Recipient, reportLink, shopFacts } from "./mail-notice";

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
