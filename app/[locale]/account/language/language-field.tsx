import { type Locale, languageNames, locales } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/page-translations";

/** The languages, each by its own name and pronounced as its own. */
export async function LanguageField({ chosen }: { chosen: Locale }) {
  const t = await getTranslations("language");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t("languages")}</legend>
      <div className="flex flex-wrap gap-x-8">
        {locales.map((locale) => (
          <label key={locale} className="flex min-h-touch items-center gap-3">
            <input
              type="radio"
              name="locale"
              value={locale}
              defaultChecked={locale === chosen}
              className="size-5 shrink-0 accent-accent"
            />
            <span lang={locale}>{languageNames[locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
