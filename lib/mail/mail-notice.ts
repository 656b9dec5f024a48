import { env } from "@/lib/env";
import { type Clock, isolate, isolatePhrase, withoutIsolates, writeTime } from "@/lib/i18n/format";
import { type Locale, toLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { shopConfig } from "@/shop.config";
import { layOutNotice, type Notice, type NoticeLink } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type Recipient = Clock & {
  email: string;
  /** Of the mail in the outbox, by which its events are found. */
  mailId?: string;
};

export type MailedUser = { email: string; locale: string | null; timeZone: string | null };

export const mailedUserFields = { email: true, locale: true, timeZone: true } as const;

/** In the owner's language, never the asker's, who may be a stranger. */
export function recipientOf({ email, locale, timeZone }: MailedUser): Recipient {
  return { email, locale: toLocale(locale), timeZone };
}

export function shopFacts(locale: Locale): { shop: string; domain: string } {
  return { shop: isolate(shopConfig.name, locale), domain: isolate(new URL(env().APP_URL).host, locale) };
}

export function timeFor(to: Recipient, at: Date): string {
  return isolatePhrase(writeTime(at, to), to.locale);
}

export function staffFacts(to: Recipient, at: Date): { shop: string; domain: string; time: string } {
  return { ...shopFacts(to.locale), time: timeFor(to, at) };
}

/** `device`: browser and system in the recipient's words. */
export function deviceFacts(to: Recipient, { device, at }: { device: string; at: Date }) {
  return { ...staffFacts(to, at), device: isolatePhrase(device, to.locale) };
}

/** Sends a notice. `kind` names it in the log. */
export async function mailNotice(kind: string, to: Recipient, { subject, ...notice }: Notice & { subject?: string }) {
  const line = subject ?? `${notice.heading}: ${shopConfig.name}`;
  const laidOut = layOutNotice(notice, to.locale);
  return await sendMail(kind, { id: to.mailId, to: to.email, subject: withoutIsolates(line), ...laidOut });
}

export function noMore(to: Recipient, isLast = false): string[] {
  return isLast ? [translator(to.locale, "mails")("noMore")] : [];
}

export function reportLink(to: Recipient, reportToken: string): NoticeLink {
  return { label: translator(to.locale, "mails")("notMe"), path: `/not-me/${reportToken}` };
}

/** For staff's changes, which no page can undo. */
export function linkToShop(to: Recipient, heading: string): NoticeLink {
  const label = translator(to.locale, "mails")("notMe");
  return { label, mailSubject: withoutIsolates(`${label}: ${heading}`) };
}
