import { defaultLocale, type Locale } from "./locales";

/** `/es/products/x` for a public page's `/products/x`; no prefix in the default language. */
export function publicPath(path: string, locale: Locale): string {
  if (locale === defaultLocale) return path;
  return `/${locale}${path.replace(/^\/(?=[?#]|$)/, "")}`;
}
