import { env } from "@/lib/env";
import { chooseLocale } from "@/lib/i18n/choose-locale";
import { languageCookieLifeSeconds, languageCookieName } from "@/lib/i18n/language-cookie";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { cookieAttributes } from "./cookies";
import { type FoundRoute, findRoute } from "./routes";

type Asking = Pick<Request, "headers"> & { cookies: { get(name: string): { value: string } | undefined } };

/** The address decides on public pages (docs/decisions/addresses-per-language.md), the visitor's wish on all others. */
export function pageLocale(request: Asking, route: Pick<FoundRoute, "locale">): Locale {
  return route.locale ?? wishedLocale(request);
}

function wishedLocale({ headers, cookies }: Asking): Locale {
  const cookie = cookies.get(languageCookieName())?.value;
  return chooseLocale({ cookie, acceptLanguage: headers.get("accept-language") });
}

/** Where a newcomer to a bare address finds it in their language; null if there. Our own links mean what they say. */
export function findOwnLanguage(request: Asking, route: FoundRoute): string | null {
  if (route.locale !== defaultLocale || request.headers.get("sec-fetch-site") === "same-origin") return null;
  if (isLanguageChoice(request, route)) return null;
  const wished = wishedLocale(request);
  return wished === defaultLocale ? null : publicPath(route.path, wished);
}

/** Whether the visitor comes from the same page in another language. Other sites cannot write the Referer. */
export function isLanguageChoice({ headers }: Asking, route: FoundRoute): boolean {
  const referer = headers.get("referer");
  if (route.locale === null || referer === null || !URL.canParse(referer)) return false;
  const { origin, pathname } = new URL(referer);
  const left = findRoute(pathname);
  return origin === new URL(env().APP_URL).origin && left.path === route.path && left.locale !== route.locale;
}

export function languageCookie(locale: Locale) {
  return { name: languageCookieName(), value: locale, ...cookieAttributes(), maxAge: languageCookieLifeSeconds };
}

/** For mails. Asks Node, since the edge has no database. Never throws. */
export async function keepInProfile({ headers }: Asking, locale: Locale): Promise<void> {
  const passedOn = ["cookie", "user-agent", "x-forwarded-for"].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  await fetch(`${env().APP_INTERNAL_URL ?? env().APP_URL}/api/language`, {
    method: "POST",
    headers: passedOn,
    body: new URLSearchParams({ locale }),
    redirect: "manual",
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
}
