import { env } from "@/lib/env";
import { withoutIsolates } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { layOutNotice, type Notice, type NoticeLink } from "./mail-layout";
import type { Recipient } from "./recipient";
import { sendMail } from "./sendgrid-transport";

/**
 * Sends a notice in the one look of all, as HTML and as text. `kind` names it in the log. Its subject is the heading
 * and the shop's name, unless it has one of its own.
 */
export async function mailNotice(kind: string, to: Recipient, { subject, ...notice }: Notice & { subject?: string }) {
  const line = subject ?? `${notice.heading}: ${env().SENDGRID_FROM_NAME}`;
  const laidOut = layOutNotice(notice, to.locale);
  return await sendMail(kind, { to: to.email, subject: withoutIsolates(line), ...laidOut });
}

/** The sentence of the last mail of a group within the hour (lib/mail/outbox.ts). */
export function noMore(to: Recipient, isLast = false): string[] {
  return isLast ? [translator(to.locale, "mails")("noMore")] : [];
}

/** "This was not me": the page behind a token of lib/signed-link/report-token.ts, which ends what the notice tells of. */
export function reportLink(to: Recipient, reportToken: string): NoticeLink {
  return { label: translator(to.locale, "mails")("notMe"), path: `/not-me/${reportToken}` };
}

/** "This was not me" where no page can end it, since it was done by staff: a mail to the shop about this notice. */
export function linkToShop(to: Recipient, heading: string): NoticeLink {
  const label = translator(to.locale, "mails")("notMe");
  return { label, mailSubject: withoutIsolates(`${label}: ${heading}`) };
}
