import { classNames } from "@/components/ui/class-names";
import { locales } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { publicPath } from "@/lib/i18n/public-path";
import { LanguageName } from "./language-name";

/** Links to a public page in each language, which the middleware remembers; a form on pages with one address. */
export async function LanguageChoice({ path, className }: { path?: string; className?: string }) {
  const [current, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  const list = { "aria-label": t("languageNav"), className: classNames("flex flex-wrap gap-x-6", className) };
  const choices = locales.map((locale) => ({
    locale,
    attributes: {
      lang: locale,
      "aria-current": locale === current ? ("true" as const) : undefined,
      className: "language",
    },
    name: <LanguageName locale={locale} pageLocale={current} />,
  }));
  if (path !== undefined)
    return (
      <nav {...list}>
        {choices.map(({ locale, attributes, name }) => (
          <a key={locale} href={publicPath(path, locale)} hrefLang={locale} {...attributes}>
            {name}
          </a>
        ))}
      </nav>
    );
  return (
    <form action="/api/language" method="post" {...list}>
      {choices.map(({ locale, attributes, name }) => (
        <button key={locale} type="submit" name="locale" value={locale} {...attributes}>
          {name}
        </button>
      ))}
    </form>
  );
}
