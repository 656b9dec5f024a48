import { env } from "@/lib/env";
import { isolate, isolatePhrase } from "@/lib/i18n/isolate";
import type { Locale } from "@/lib/i18n/locales";
import { writeTime } from "@/lib/i18n/write-time";
import type { Recipient } from "./recipient";

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
