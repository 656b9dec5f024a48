import type { Channel } from "@/lib/admin/count-events-by-day";
import type { RequestLife, RequestState } from "@/lib/admin/delivery/request-lives";
import { formatTag, type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Role } from "@/lib/users/roles";

export const roleTones = { CUSTOMER: "neutral", STAFF: "info", ADMIN: "accent" } as const;

export function roleName(role: Role, locale: Locale): string {
  return translator(locale, "adminUsers")(`roles.${role}`);
}

export function purposeName(purpose: RequestLife["purpose"], locale: Locale): string {
  return translator(locale, "adminUsers")(`purposes.${purpose}`);
}

export function channelName(channel: Channel, locale: Locale): string {
  return translator(locale, "adminUsers")(`channels.${channel}`);
}

export function requestStateName(state: RequestState, locale: Locale): string {
  return translator(locale, "adminUsers")(`requestStates.${state}`);
}

const minute = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
} as const;

const minuteFormats = formatsOf(minute);
const timeFormats = formatsOf({ ...minute, timeZoneName: "short" });
const secondFormats = formatsOf({ ...minute, second: "2-digit", timeZoneName: "short" });

/** UTC; something else says so. */
export function staffMinute(time: Date, locale: Locale): string {
  return minuteFormats[locale].format(time);
}

/** With "UTC". */
export function staffTime(time: Date, locale: Locale): string {
  return timeFormats[locale].format(time);
}

/** To the second, with "UTC". */
export function staffSecond(time: Date, locale: Locale): string {
  return secondFormats[locale].format(time);
}

/** 24 hours, as in logs. */
function formatsOf(options: Intl.DateTimeFormatOptions): Record<Locale, Intl.DateTimeFormat> {
  const formats = locales.map((locale) => [locale, new Intl.DateTimeFormat(formatTag(locale), options)]);
  return Object.fromEntries(formats) as Record<Locale, Intl.DateTimeFormat>;
}
