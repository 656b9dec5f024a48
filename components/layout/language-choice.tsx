import { classNames } from "@/components/ui/class-names";
import { locales } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { LanguageName } from "./language-name";

export async function LanguageChoice({ className }: { className?: string }) {
  const [current, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  return (
    <form
      action="/api/language"
      method="post"
      aria-label={t("languageNav")}
      className={classNames("flex flex-wrap gap-x-6", className)}
    >
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          className="inline-flex min-h-touch cursor-pointer items-center text-ink-muted hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
        >
          <LanguageName locale={locale} pageLocale={current} />
        </button>
      ))}
    </form>
  );
}
