import { locale as localeOfPath } from "next/root-params";
import { type Locale, toLocale } from "./locales";
import { type Namespace, type Translations, translator, type Words, wordsOf } from "./translator";

/**
 * For Server Components. The language is the first part of the path that the middleware leads to, so that a page made
 * once for all is made once for each language.
 */
export async function getLocale(): Promise<Locale> {
  return toLocale(await localeOfPath());
}

/** The sentences of a namespace, in the page's language. For Server Components and their metadata. */
export async function getTranslations<N extends Namespace>(namespace: N): Promise<Translations<N>> {
  return translator(await getLocale(), namespace);
}

/** The sentences that a page hands to one of its client components. */
export async function getWords<N extends Namespace>(namespace: N): Promise<Words<N>> {
  return wordsOf(await getLocale(), namespace);
}
