import { env } from "@/lib/env";

export const languageCookieLifeSeconds = 365 * 24 * 60 * 60;

export function languageCookieName(): string {
  return `${env().APP_URL.startsWith("https:") ? "__Host-" : ""}shop-language`;
}
