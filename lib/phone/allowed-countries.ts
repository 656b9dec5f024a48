import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { env } from "@/lib/env";

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
