import { isolate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice, type Recipient, staffFacts } from "./mail-notice";

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

export type ExportedRecords = "users" | "audit";

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
