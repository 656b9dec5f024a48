import Bowser from "bowser";
import { env } from "@/lib/env";
import { chooseLocale } from "@/lib/i18n/choose-locale";
import { languageCookieName } from "@/lib/i18n/language-cookie";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readAddress } from "@/lib/limits/source";

/** Who is asking, as far as a request can tell. */
export type Visitor = {
  /** The client's address, or null where no trusted proxy tells it. */
  ip: string | null;
  userAgent: string | null;
  /** The language that the request is answered in, which is the asker's wish and no account's. */
  locale: Locale;
};

/** Reads the visitor from a request's headers. */
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

/** A cookie's value as it was sent. A language needs no decoding. */
function findCookie(header: string | null, name: string): string | undefined {
  const start = `${name}=`;
  const pairs = header?.split(";").map((pair) => pair.trim());
  return pairs?.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/**
 * The address that the outermost trusted proxy saw, in its one form. Every proxy appends the address of whoever spoke to it, so with
 * `hops` trusted proxies it is the hops-th from the right; everything to the left of it was written by the client.
 * Null with no trusted proxy or too short a list: callers then share one bucket rather than trust a forged header.
 */
export function clientIp(forwardedFor: string | null, hops: number): string | null {
  if (hops === 0 || forwardedFor === null) return null;
  return readAddress(forwardedFor.split(",").at(-hops) ?? "");
}

/**
 * Browser and system in words, from a User-Agent header. Only names of Bowser's own list: for a browser that it does not
 * know it repeats what the header says, and that would let a stranger put words into our mails.
 */
export function describeDevice(userAgent: string | null, locale: Locale): string {
  const t = translator(locale, "devices");
  if (!userAgent) return t("unknownDevice");
  const { browser, os } = Bowser.parse(userAgent);
  const name = browser.name && trustedDevices.has(browser.name) ? browser.name : t("unknownBrowser");
  return os.name && knownSystems.has(os.name) ? t("browserOnSystem", { browser: name, system: os.name }) : name;
}

const trustedDevices = new Set(Object.values(Bowser.BROWSER_MAP));
const knownSystems = new Set(Object.values(Bowser.OS_MAP));
