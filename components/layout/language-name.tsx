import { type Locale, languageNames } from "@/lib/i18n/locales";

/** "العربية" in Readex Pro. */
const arabic =
  "M25-4q-6 0-11-2-5-2-8-5-3-4-3-8 0-5 2-8 2-4 6-6 4-3 11-6 6-3 15-7l2 11q-8 3-13 5-5 2-8 4-3 2-4 3-1 2-1 3 0 3 3 4 3 2 9 2 1 0 3-1 2 0 4 0 3-1 5-1l2 9q-3 1-7 2-3 1-7 1zm25 4q-5 0-8-1-4-2-6-4-2-2-2-5-1-3-1-6v-36h10v33q0 5 2 7 2 2 7 2h4v10h-6zm-33-58l-8-8 8-9 8 9-8 8zm17 0l-8-8 8-9 8 9-8 8zm22 58v-10h14q1-2 2-5 1-3 1-7 1-4 1-7l12-4q-1 7-3 12-1 6-4 11-2 5-5 10h-18zm38 0q-6 0-10-1-4-1-7-3-3-1-6-3l6-7q2 2 4 2 2 1 5 1 2 1 5 1h6v10h-3zm-38-10h1v10h-1q-3 0-3-5 0-5 3-5zm11 34l-8-8 8-8 8 8-8 8zm18 0l-8-8 7-8 8 8-7 8zm12-24v-10h17q0-7-2-13-2-5-5-12l9-9q3 7 5 13 2 7 3 15 0 7-3 16h-24zm0-10h1v10h-1q-3 0-3-5 0-5 3-5zm15 34l-8-8 8-8 8 8-8 8zm29-1q-4 0-9-2-5-1-9-4l3-7q4 1 7 2 4 1 6 1 6 0 11-3 4-3 7-7 3-5 3-11 0-2-1-4-1-2-2-3-1-2-2-4l14 7q0 1 0 2 0 1 0 2 0 4-1 9-1 4-4 8-2 4-5 7-3 3-8 5-4 2-10 2zm38-23q-3 0-6-1-3 0-5-2-3-2-5-4-2-3-4-6l-12-19 7-9 14 23q2 3 3 4 2 2 3 3 2 1 5 1h1v10h-1zm54 0q-5 0-8 0-4-1-7-2-3-1-6-2-3-2-6-4-3-2-6-5l-11-12v-14q3-1 7-2 3-1 7-2 4-1 8-1 6 0 11 2 4 1 7 4 2 3 2 8 0 4-1 7-2 4-4 7-2 3-5 5 2 1 3 1 2 0 4 0h10v10h-5zm-53 0v-10h9q3 0 5 0 3-1 5-1 2-1 4-1l9 7q-6 2-13 4-6 1-14 1h-5zm32-16q3-2 5-4 2-2 3-4 1-2 1-4 0-2-1-3-1-1-3-2-2-1-6-1-4 0-8 1-3 1-6 2l10 11q1 1 2 2 2 1 3 2zm-32 6h1v10h-1q-3 0-3-5 0-5 3-5zm58 10v-10h13v-64h10v74h-23zm0-10h1v10h-1q-3 0-3-5 0-5 3-5zm39-64h11v74h-11v-74z";

/**
 * A language's own name. Pages in other languages draw the Arabic one: for a single word the browser would search the
 * system for a typeface, which holds up a phone's first paint by a quarter of a second.
 */
export function LanguageName({ locale, pageLocale }: { locale: Locale; pageLocale: Locale }) {
  if (locale !== "ar" || pageLocale === "ar") return languageNames[locale];
  return (
    <svg role="img" aria-label={languageNames.ar} viewBox="0 -85 296 120" className="h-[1.2em] fill-current">
      <path d={arabic} />
    </svg>
  );
}
