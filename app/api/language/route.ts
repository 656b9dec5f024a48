import { after, type NextRequest, NextResponse } from "next/server";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { changeLanguage } from "@/lib/auth/profile/change-language";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { env } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { isSameOrigin } from "@/lib/http/same-origin";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { readVisitor } from "@/lib/http/visitor";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { describeError, logEvent } from "@/lib/log";

const maxBytes = 1_000;

/** In this browser, and in the profile of a member. */
export async function POST(request: NextRequest): Promise<Response> {
  const response = NextResponse.redirect(new URL(cameFrom(request), env().APP_URL), 303);
  if (!isSameOrigin(request.headers)) return response;
  const body = await readBody(request, maxBytes);
  if (body === null) return new Response((await requestTranslations("plainPages"))("tooLarge"), { status: 413 });
  const locale = new URLSearchParams(body.toString()).get("locale");
  if (!isLocale(locale)) return response;
  await setLanguageCookie(locale);
  await keepInProfile(request, locale);
  return response;
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
