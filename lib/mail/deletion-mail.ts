import { translator } from "@/lib/i18n/translator";
import { mailNotice } from "./mail-notice";
import { deviceFacts, timeFor } from "./notice-facts";
import type { Recipient } from "./recipient";

export type DeletionNotice = {
  to: Recipient;
  /** Browser and system in the recipient's words. */
  device: string;
  at: Date;
  /** When it will be gone. */
  dueAt: Date;
  /** Authority to keep the account, see lib/signed-link/keep-token.ts. */
  keepToken: string;
};

/** Tells a user that their account will be deleted, and how to keep it. */
export async function sendDeletionMail({ to, dueAt, keepToken, ...trace }: DeletionNotice) {
  const t = translator(to.locale, "accountMails");
  return await mailNotice("deletion-asked", to, {
    heading: t("deletion.heading"),
    paragraphs: [
      t("deletion.asked", deviceFacts(to, trace)),
      t("deletion.due", { due: timeFor(to, dueAt) }),
      t("deletion.keep"),
      t("deletion.ifNot"),
    ],
    links: [{ label: t("deletion.link"), path: `/undo-deletion/${keepToken}` }],
  });
}
