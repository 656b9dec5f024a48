import { isolate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice, type Recipient, staffFacts } from "./mail-notice";

/** Tells a user that the shop gave their account another phone number, and neither number (R33; ASVS 6.3.7). */
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

/** Tells a user that the shop removed all their passkeys (R33; ASVS 6.3.7), which they may not have asked for. */
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

/** Tells a user that the shop gave them another role (R33), and not which: that is for the dashboard. */
export async function sendRoleChangedMail({ to, at }: { to: Recipient; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const heading = t("role.heading");
  return await mailNotice("role-changed", to, {
    heading,
    paragraphs: [t("role.what", staffFacts(to, at)), t("role.ifUnexpected")],
    links: [linkToShop(to, heading)],
  });
}

/** What a file of the dashboard has in it. */
export type ExportedRecords = "users" | "audit";

/** Tells an admin who took which records out of the dashboard. */
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
