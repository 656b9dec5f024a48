import { env } from "@/lib/env";
import { defaultLocale, type Locale, locales } from "./locales";
import { publicPath } from "./public-path";

/** A public page's whole address. From APP_URL, since anybody writes the Host header. */
export function publicAddress(path: string, locale: Locale): string {
  return new URL(publicPath(path, locale), env().APP_URL).href;
}

export function publicAddresses(path: string): Record<string, string> {
  const addresses = locales.map((locale) => [locale, publicAddress(path, locale)]);
  return Object.fromEntries([...addresses, ["x-default", publicAddress(path, defaultLocale)]]);
}
