import { cookies, headers } from "next/headers";
import { chooseLocale } from "./choose-locale";
import { languageCookieName } from "./language-cookie";
import type { Locale } from "./locales";
import { type Namespace, type Translations, translator } from "./translator";

export async function requestLocale(): Promise<Locale> {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  return chooseLocale({
    cookie: kept.get(languageCookieName())?.value,
    acceptLanguage: sent.get("accept-language"),
  });
}

export async function requestTranslations<N extends Namespace>(namespace: N): Promise<Translations<N>> {
  return translator(await requestLocale(), namespace);
}
