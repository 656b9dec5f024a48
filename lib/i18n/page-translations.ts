import { locale as localeOfPath } from "next/root-params";
import { type Locale, toLocale } from "./locales";
import { publicPath } from "./public-path";
import { type Namespace, type Translations, translator, type Words, wordsOf } from "./translator";

/** For Server Components: the language from the rewritten path. */
export async function getLocale(): Promise<Locale> {
  return toLocale(await localeOfPath());
}

export async function getPublicPath(path: string): Promise<string> {
  return publicPath(path, await getLocale());
}

export async function getTranslations<N extends Namespace>(namespace: N): Promise<Translations<N>> {
  return translator(await getLocale(), namespace);
}

export async function getWords<N extends Namespace>(namespace: N): Promise<Words<N>> {
  return wordsOf(await getLocale(), namespace);
}
