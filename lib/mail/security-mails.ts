import { isolatePhrase } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, mailNotice, noMore, type Recipient, reportLink, shopFacts } from "./mail-notice";

export type NewBrowserAlert = {
  to: Recipient;
  device: string;
  at: Date;
  reason: "newBrowser" | "wrongCodes";
  /** See lib/signed-link/report-token.ts. */
  reportToken: string;
  isLast?: boolean | undefined;
};

/** ASVS 6.3.5. */
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
  device: string;
  at: Date;
  reportToken: string;
};

/** Without the passkey's name: a stranger may have chosen it. */
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

/** By mail, since the page would tell strangers too. */
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
  device: string;
  at: Date;
  reportToken: string;
  isLast?: boolean | undefined;
};

const sentences = { made: "made", "used to log in": "login", "used to confirm": "confirmation" } as const;

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
  device: string;
  at: Date;
  reportToken: string;
  isLast?: boolean | undefined;
};

/** Without the new value (R33; ASVS 6.3.7). */
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
