import { isolate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deviceFacts, linkToShop, mailNotice, type Recipient, shopFacts, staffFacts, timeFor } from "./mail-notice";

/** Without either number (R33; ASVS 6.3.7). */
export async function sendPhoneChangedMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const common = translator(to.locale, "mails");
  const heading = t("phone.heading");
  return await mailNotice("phone-changed", to, {
    heading,
    paragraphs: [t("phone.what", staffFacts(to, at)), common("ifAsked"), common("writeAtOnce")],
    links: [linkToShop(to, heading)],
  });
}

/** R33; ASVS 6.3.7. */
export async function sendPasskeysResetMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const common = translator(to.locale, "mails");
  const heading = t("passkeys.heading");
  return await mailNotice("passkeys-reset", to, {
    heading,
    paragraphs: [t("passkeys.what", staffFacts(to, at)), common("ifAsked"), common("writeAtOnce")],
    links: [linkToShop(to, heading)],
  });
}

/** Without the role, which is for the dashboard (R33). */
export async function sendRoleChangedMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const heading = t("role.heading");
  return await mailNotice("role-changed", to, {
    heading,
    paragraphs: [t("role.what", staffFacts(to, at)), t("role.ifUnexpected")],
    links: [linkToShop(to, heading)],
  });
}

export type ExportedRecords = "users" | "audit" | "orders";

export async function sendRecordsExportedMail({
  to,
  username,
  records,
  at,
}: {
  to: Recipient;
  username: string;
  records: ExportedRecords;
  at: Date;
}) {
  const t = translator(to.locale, "shopMails");
  const path = `/admin/audit?event=${records}_exported`;
  return await mailNotice("records-exported", to, {
    heading: t(`exported.${records}.heading`),
    paragraphs: [
      t(`exported.${records}.what`, { ...staffFacts(to, at), username: isolate(username, to.locale) }),
      t("exported.ifUnexpected"),
    ],
    links: [{ label: t("exported.seeTrail"), path }],
  });
}

/** To the present address, with the link to stop. */
export async function sendRecoveryBegunMail({
  username,
  oldAddress: to,
  maskedNewEmail,
  dueAt,
  stopToken,
}: {
  username: string;
  oldAddress: Recipient;
  maskedNewEmail: string;
  dueAt: Date;
  /** See lib/signed-link/account-links.ts. */
  stopToken: string;
}) {
  const t = translator(to.locale, "shopMails");
  const facts = {
    ...shopFacts(to.locale),
    username: isolate(username, to.locale),
    address: isolate(maskedNewEmail, to.locale),
  };
  return await mailNotice("recovery-begun", to, {
    heading: t("recoveryBegun.heading"),
    paragraphs: [
      t("recoveryBegun.told", facts),
      t("recoveryBegun.due", { due: timeFor(to, dueAt) }),
      t("recoveryBegun.ifNot"),
    ],
    links: [{ label: t("recoveryBegun.link"), path: `/stop-recovery/${stopToken}` }],
  });
}

/** To the new address, without the present one. */
export async function sendRecoveryAnnouncedMail({
  username,
  newAddress: to,
  dueAt,
}: {
  username: string;
  newAddress: Recipient;
  dueAt: Date;
}) {
  const t = translator(to.locale, "shopMails");
  const facts = {
    ...shopFacts(to.locale),
    username: isolate(username, to.locale),
    due: timeFor(to, dueAt),
  };
  const heading = t("recoveryAnnounced.heading");
  return await mailNotice("recovery-announced", to, {
    heading,
    paragraphs: [t("recoveryAnnounced.asked", facts), t("recoveryAnnounced.wait"), t("addressGiven.ifUnknown")],
    links: [linkToShop(to, heading)],
  });
}

export async function sendRecoveryStoppedMail({ to, ...trace }: { to: Recipient; device: string; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const heading = t("recoveryStopped.heading");
  return await mailNotice("recovery-stopped", to, {
    heading,
    paragraphs: [t("recoveryStopped.what", deviceFacts(to, trace)), t("recoveryStopped.ifLost")],
    links: [{ label: translator(to.locale, "mails")("logIn"), path: "/login" }, linkToShop(to, heading)],
  });
}
