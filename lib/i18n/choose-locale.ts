import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { defaultLocale, isLocale, type Locale, locales } from "./locales";

export type LanguageWish = {
  cookie: string | undefined;
  acceptLanguage: string | null;
};

/** Bounds the matcher, which compares each with each. */
const longestWish = 200;

/** The chosen language, else the best for Accept-Language. Never fails. */
export function chooseLocale({ cookie, acceptLanguage }: LanguageWish): Locale {
  if (isLocale(cookie)) return cookie;
  if (acceptLanguage === null || acceptLanguage.length > longestWish) return defaultLocale;
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  try {
    const found = match(wanted.filter(isTag).map(withoutExtensions), locales, defaultLocale);
    return isLocale(found) ? found : defaultLocale;
  } catch {
    return defaultLocale;
  }
}

function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag);
}

/** `es` for `es-u-ms-metric` (RFC 5646, 2.2.6). */
function withoutExtensions(tag: string): string {
  return tag.replace(/-[a-z0-9](-.*)?$/i, "");
}
