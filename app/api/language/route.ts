import { type NextRequest, NextResponse } from "next/server";
import { cookieAttributes } from "@/lib/auth/edge-config";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { env } from "@/lib/env";
import { languageCookieLifeSeconds, languageCookieName } from "@/lib/i18n/language-cookie";
import { isLocale } from "@/lib/i18n/locales";

/** Keeps the language that a visitor chose, and leads back to the page that it was chosen on. */
export async function POST(request: NextRequest): Promise<Response> {
  const response = NextResponse.redirect(new URL(cameFrom(request), env().APP_URL), 303);
  const form = await request.formData().catch(() => null);
  const locale = form?.get("locale");
  if (!isSameOrigin(request.headers) || !isLocale(locale)) return response;
  response.cookies.set(languageCookieName(), locale, { ...cookieAttributes(), maxAge: languageCookieLifeSeconds });
  return response;
}

/** Our own pages send their whole address (Referrer-Policy: same-origin); no other leads anywhere. */
function cameFrom(request: NextRequest): string {
  const referer = request.headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  return origin === new URL(env().APP_URL).origin && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
