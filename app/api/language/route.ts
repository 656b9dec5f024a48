import { after, type NextRequest, NextResponse } from "next/server";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { changeLanguage } from "@/lib/auth/profile/change-language";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { env } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { findRoute } from "@/lib/http/routes";
import { isSameOrigin } from "@/lib/http/same-origin";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { readVisitor } from "@/lib/http/visitor";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { describeError, logEvent } from "@/lib/log";

const maxBytes = 1_000;

/** In this browser, and in the profile of a member. */
export async function POST(request: NextRequest): Promise<Response> {
  const from = cameFrom(request);
  const goTo = (path: string) => NextResponse.redirect(new URL(path, env().APP_URL), 303);
  if (!isSameOrigin(request.headers)) return goTo(from);
  const body = await readBody(request, maxBytes);
  if (body === null) return new Response((await requestTranslations("plainPages"))("tooLarge"), { status: 413 });
  const locale = new URLSearchParams(body.toString()).get("locale");
  if (!isLocale(locale)) return goTo(from);
  await setLanguageCookie(locale);
  await keepInProfile(request, locale);
  return goTo(inLanguage(from, locale));
}

/** The address of a public page names its language. */
function inLanguage(path: string, locale: Locale): string {
  const { pathname, search } = new URL(path, env().APP_URL);
  const route = findRoute(pathname);
  return route.locale === null ? path : `${publicPath(route.path, locale)}${search}`;
}

/** An outage or a limit must not block the page. */
async function keepInProfile(request: NextRequest, locale: Locale): Promise<void> {
  try {
    const session = await findCurrentSession();
    if (session === null) return;
    const visitor = readVisitor(request.headers);
    const changed = await changeLanguage(session, { locale }, visitor);
    if (changed.ok && changed.value.isMailed) after(sendDueMails);
  } catch (error) {
    logEvent("warn", "language_not_kept", describeError(error));
  }
}

/** Only our pages send their whole address (Referrer-Policy: same-origin). */
function cameFrom(request: NextRequest): string {
  const referer = request.headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  return origin === new URL(env().APP_URL).origin && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
