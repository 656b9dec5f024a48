import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { PhoneChannel } from "@/lib/code-channels";
import { Prisma } from "@/lib/db/generated/client";
import type { Purpose } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { writeCountry } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { phoneSpellings } from "@/lib/identifier";
import type { Charge } from "@/lib/limits/consume";

/** By purpose, never by person: logins only, as numbers can be taken over (R21, R33). */
export function phoneChannelsFor(purpose: Purpose): readonly PhoneChannel[] {
  return purpose === "LOGIN" ? env().LOGIN_CHANNELS : [];
}

export function arePhonesReached(): boolean {
  return env().SMS_COUNTRIES.length > 0;
}

/** By country. Numbers of none, such as satellite phones, cost most (twilio.com/docs/verify/preventing-toll-fraud). */
export function isPhoneReached(phone: string): boolean {
  const country = parsePhoneNumberFromString(phone)?.country;
  return country !== undefined && env().SMS_COUNTRIES.includes(country);
}

export function defaultPhoneCountry(): { code: string; nameIn: (locale: Locale) => string } {
  const code = env().DEFAULT_PHONE_COUNTRY;
  return {
    code,
    nameIn: (locale) => writeCountry(code, locale),
  };
}

/** Who may log in by phone: verified shoppers with codes on, never staff (R21; ASVS 6.6.1). Checked again at login. */
export const phoneOwner = {
  role: "CUSTOMER",
  emailVerified: { not: null },
  phoneVerified: { not: null },
  passkeysOnlyAt: null,
} as const satisfies Prisma.UserWhereInput;

export const phoneOwnerSql = Prisma.sql`
  ("role" = 'CUSTOMER' AND "emailVerified" IS NOT NULL AND "phoneVerified" IS NOT NULL AND "passkeysOnlyAt" IS NULL)`;

const blockDigits = 4;

/** One message. Counts the block: SMS pumpers hold ranges (twilio.com/docs/glossary/what-is-sms-pumping-fraud). */
export function phoneCharges(phone: string, userId: string): Charge[] {
  const line = phoneSpellings(phone).sort()[0] ?? phone;
  return [
    { policy: "send.phone.user.day", subject: userId },
    { policy: "send.phone.number.short", subject: line },
    { policy: "send.phone.number.day", subject: line },
    { policy: "send.phone.prefix.day", subject: line.slice(0, -blockDigits) },
    { policy: "send.phone.all.day", subject: "all" },
  ];
}
