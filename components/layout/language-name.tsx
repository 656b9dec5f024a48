import { type Locale, languageNames } from "@/lib/i18n/locales";
import arabicName from "./arabic-name.svg";

/**
 * A language's own name. Pages in other languages draw the Arabic one, in Readex Pro: for a single word the browser would
 * search the system for a typeface, which holds up a phone's first paint by a quarter of a second.
 */
export function LanguageName({ locale, pageLocale }: { locale: Locale; pageLocale: Locale }) {
  if (locale !== "ar" || pageLocale === "ar") return languageNames[locale];
  return (
    <svg role="img" aria-label={languageNames.ar} viewBox="0 -85 296 120" className="h-[1.2em] fill-current">
      <use href={`${arabicName.src}#name`} />
    </svg>
  );
}
