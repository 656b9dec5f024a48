import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { PhoneChannel } from "@/lib/code-channels";
import { Prisma } from "@/lib/db/generated/client";
import type { Purpose } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import { phoneSpellings } from "@/lib/identifier";
import type { Charge } from "@/lib/limits/consume";

/**
 * The ways to a phone that a code page offers, by what the code is for and never by whom: a login's, where the operator
 * has switched them on. A new account's phone is not proven yet, and a sensitive act takes more than a phone number,
 * which others can take over (R21, R33).
 */
export function phoneChannelsFor(purpose: Purpose): readonly PhoneChannel[] {
  return purpose === "LOGIN" ? env().LOGIN_CHANNELS : [];
}

/** Whether the shop sends messages to phones at all. Off unless the operator names countries (SMS_COUNTRIES). */
export function arePhonesReached(): boolean {
  return env().SMS_COUNTRIES.length > 0;
}

/**
 * Whether the shop sends messages to this number (E.164), whatever the channel: only where its country is on the
 * operator's list. Numbers that belong to no country, such as satellite phones, are on none: they cost the most, and
 * whoever pumps messages is paid for them (https://www.twilio.com/docs/verify/preventing-toll-fraud).
 */
export function isPhoneReached(phone: string): boolean {
  const country = parsePhoneNumberFromString(phone)?.country;
  return country !== undefined && env().SMS_COUNTRIES.includes(country);
}

/** The country whose national phone numbers are understood without a country code (ISO 3166-1 alpha-2), and its name. */
export function defaultPhoneCountry(): { code: string; nameIn: (locale: Locale) => string } {
  const code = env().DEFAULT_PHONE_COUNTRY;
  return {
    code,
    nameIn: (locale) => new Intl.DisplayNames([formatTag(locale)], { type: "region" }).of(code) ?? code,
  };
}

/**
 * Which accounts may get a login code by phone, and be logged in by it: shoppers who have proven both mailbox and
 * number, and have not switched codes off. Nobody who opens the dashboard, since whoever takes over a number would get all customers with it (R21; ASVS
 * 6.6.1 has phones only beside something stronger). Asked again when the session opens: roles and numbers change
 * meanwhile.
 */
export const phoneOwner = {
  role: "CUSTOMER",
  emailVerified: { not: null },
  phoneVerified: { not: null },
  passkeysOnlyAt: null,
} as const satisfies Prisma.UserWhereInput;

/** The same as a condition on the columns of "User". */
export const phoneOwnerSql = Prisma.sql`
  ("role" = 'CUSTOMER' AND "emailVerified" IS NOT NULL AND "phoneVerified" IS NOT NULL AND "passkeysOnlyAt" IS NULL)`;

/** How many of a number's last digits its prefix leaves out: numbers are handed out in blocks of ten thousand. */
const blockDigits = 4;

/**
 * What one message to a phone (E.164) costs, by text, WhatsApp or call. The block of numbers counts because whoever is
 * paid for messages holds a range of them (https://www.twilio.com/docs/glossary/what-is-sms-pumping-fraud).
 */
export function phoneCharges(phone: string, userId: string): Charge[] {
  // Of two forms of a number the same one, so that they count together.
  const line = phoneSpellings(phone).sort()[0] ?? phone;
  return [
    { policy: "send.phone.user.day", subject: userId },
    { policy: "send.phone.number.short", subject: line },
    { policy: "send.phone.number.day", subject: line },
    { policy: "send.phone.prefix.day", subject: line.slice(0, -blockDigits) },
    { policy: "send.phone.all.day", subject: "all" },
  ];
}
