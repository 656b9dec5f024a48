import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, isLocale, type Locale, locales } from "./locales";

export type LanguageWish = {
  /** The language cookie: what somebody chose here, or keeps in their profile. */
  cookie: string | undefined;
  /** The Accept-Language header (RFC 9110, section 12.5.4). */
  acceptLanguage: string | null;
};

/** No browser lists as many. The header comes from anybody, and the matcher compares each with each. */
const longestWish = 200;

/** The language of an answer: the chosen one, else the best of ours for what the browser asks for. Never fails. */
export function chooseLocale({ cookie, acceptLanguage }: LanguageWish): Locale {
  if (isLocale(cookie)) return cookie;
  if (acceptLanguage === null || acceptLanguage.length > longestWish) return defaultLocale;
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  try {
    const found = match(wanted.filter(isTag).map(withoutExtensions), locales, defaultLocale);
    return isLocale(found) ? found : defaultLocale;
  } catch {
    // A tag that only looks like one.
    return defaultLocale;
  }
}

/** The matcher throws at what is no language tag, and `*` is none. */
function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag);
}

/** `es` for `es-u-ms-metric`: extensions and private use (RFC 5646, 2.2.6) ask for units or calendars, not a language. */
function withoutExtensions(tag: string): string {
  return tag.replace(/-[a-z0-9](-.*)?$/i, "");
}
