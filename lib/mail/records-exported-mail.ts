import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { staffFacts } from "./notice-facts";
import type { Recipient } from "./recipient";

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
