import Bowser from "bowser";
import { env } from "@/lib/env";
import { chooseLocale } from "@/lib/i18n/choose-locale";
import { languageCookieName } from "@/lib/i18n/language-cookie";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readAddress } from "@/lib/limits/source";

export type Visitor = {
  ip: string | null;
  userAgent: string | null;
  locale: Locale;
};

export function readVisitor(headers: Pick<Headers, "get">): Visitor {
  const userAgent = headers.get("user-agent")?.slice(0, 400) ?? null;
  return {
    ip: clientIp(headers.get("x-forwarded-for"), env().TRUSTED_PROXY_HOPS),
    userAgent,
    locale: chooseLocale({
      cookie: findCookie(headers.get("cookie"), languageCookieName()),
      acceptLanguage: headers.get("accept-language"),
    }),
  };
}

function findCookie(header: string | null, name: string): string | undefined {
  const start = `${name}=`;
  const pairs = header?.split(";").map((pair) => pair.trim());
  return pairs?.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** The hops-th address from the right: with `hops` trusted proxies, clients write all left of it. Null if absent. */
export function clientIp(forwardedFor: string | null, hops: number): string | null {
  if (hops === 0 || forwardedFor === null) return null;
  return readAddress(forwardedFor.split(",").at(-hops) ?? "");
}

/** Browser and system in words. Known names only: an unknown one would put a stranger's words into our mails. */
export function describeDevice(userAgent: string | null, locale: Locale): string {
  const t = translator(locale, "devices");
  if (!userAgent) return t("unknownDevice");
  const { browser, os } = Bowser.parse(userAgent);
  const name = browser.name && trustedDevices.has(browser.name) ? browser.name : t("unknownBrowser");
  return os.name && knownSystems.has(os.name) ? t("browserOnSystem", { browser: name, system: os.name }) : name;
}

const trustedDevices = new Set(Object.values(Bowser.BROWSER_MAP));
const knownSystems = new Set(Object.values(Bowser.OS_MAP));
