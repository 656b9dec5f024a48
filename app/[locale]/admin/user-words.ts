import type { Channel } from "@/lib/admin/count-events-by-day";
import type { UserChallenge } from "@/lib/admin/find-user-record";
import { formatTag, type Locale } from "@/lib/i18n/locales";
import type { Role } from "@/lib/users/roles";

export const roleNames: Record<Role, string> = { CUSTOMER: "Customer", STAFF: "Staff", ADMIN: "Admin" };

export const roleTones = { CUSTOMER: "neutral", STAFF: "info", ADMIN: "accent" } as const;

export const purposeNames: Record<UserChallenge["purpose"], string> = {
  LOGIN: "To log in",
  REGISTER: "To register",
  CHANGE_EMAIL: "To change the email",
  VERIFY_PHONE: "To verify the phone",
  STEP_UP: "To confirm a sensitive act",
  DELETE_ACCOUNT: "To delete the account",
};

export const channelNames: Record<Channel, string> = {
  EMAIL: "Email",
  SMS: "SMS",
  WHATSAPP: "WhatsApp",
  CALL: "Call",
};

export function channelName(channel: Channel, _locale: Locale): string {
  return channelNames[channel];
}

export const challengeStates: Record<UserChallenge["state"], string> = {
  OPEN: "Waiting for its code",
  USED: "Used",
  EXPIRED: "Ran out",
  REPORTED: "Reported: “This was not me”",
  REFUSED_MAIL: "Refused by the mail server",
};

/** A time for staff: date and minute, in UTC, where something else says so, as the head of a column. */
export function staffMinute(time: Date, locale: Locale = "en"): string {
  return new Intl.DateTimeFormat(formatTag(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(time);
}

/** A time for staff that says itself that it is in UTC. */
export function staffTime(time: Date, locale: Locale = "en"): string {
  return `${staffMinute(time, locale)} UTC`;
}
