import { defaultLocale, type Locale } from "@/lib/i18n/locales";

/** What the select of a list or of a locked product takes. */
export const teaserText = { name: true, tagline: true, category: true } as const;

/** What the select of a whole product takes. */
export const fullText = { ...teaserText, description: true } as const;

/**
 * The `texts` of a product's select: those in `locale`, and no others. Read with `relationLoadStrategy: "join"` they
 * come in the same statement. English is in the product itself, so that nothing is joined for it.
 */
export function textsIn<Select extends typeof teaserText | typeof fullText>(locale: Locale, select: Select) {
  return locale === defaultLocale ? false : { where: { locale }, select };
}

/** The product with its texts in the language asked for, or in English where it is not translated. */
export function inItsLanguage<Product extends object, Text extends object>({
  texts,
  ...product
}: Product & { texts?: Text[] }): Omit<Product, "texts"> {
  return { ...product, ...texts?.[0] };
}
