import { env } from "@/lib/env";
import { type Clock, isolate, isolatePhrase, withoutIsolates, writeTime } from "@/lib/i18n/format";
import { type Locale, toLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { layOutNotice, type Notice, type NoticeLink } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Whom a mail goes to, and how they read: their language and time zone. */
export type Recipient = Clock & { email: string };

/** What of a user's row their mails depend on. */
export type MailedUser = { email: string; locale: string | null; timeZone: string | null };

/** The columns of a `MailedUser`, for a `select`. */
export const mailedUserFields = { email: true, locale: true, timeZone: true } as const;

/**
 * A user as the recipient of a mail about their account. Its language is theirs alone, English where they have none:
 * what brings the mail about may be a stranger's request, and no stranger chooses in which language an owner is warned.
 */
export function recipientOf({ email, locale, timeZone }: MailedUser): Recipient {
  return { email, locale: toLocale(locale), timeZone };
}

/** The shop's name and domain, as the sentences of every notice name them. */
export function shopFacts(locale: Locale): { shop: string; domain: string } {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  return { shop: isolate(SENDGRID_FROM_NAME, locale), domain: isolate(new URL(APP_URL).host, locale) };
}

/** A moment for a sentence of a mail, in the recipient's language and time zone. */
export function timeFor(to: Recipient, at: Date): string {
  return isolatePhrase(writeTime(at, to), to.locale);
}

/** The shop, and when staff did something. */
export function staffFacts(to: Recipient, at: Date): { shop: string; domain: string; time: string } {
  return { ...shopFacts(to.locale), time: timeFor(to, at) };
}

/** The shop, and where and when something was done; `device` is browser and system in the recipient's words. */
export function deviceFacts(to: Recipient, { device, at }: { device: string; at: Date }) {
  return { ...staffFacts(to, at), device: isolatePhrase(device, to.locale) };
}

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
