import { type NextRequest, NextResponse } from "next/server";
import { plainPage } from "@/app/plain-page";
import { renewSessionCookie } from "@/lib/auth/session/renew-session-cookie";
import { isFresh, readSessionToken } from "@/lib/auth/session/session-token";
import { botCheckSources } from "@/lib/bot-check/content-sources";
import { isOnVercel, policyWithNonce, prerenderedPolicy, strictPolicy } from "@/lib/content-security/policy.mjs";
import {
  findOwnLanguage,
  isLanguageChoice,
  keepInProfile,
  languageCookie,
  pageLocale,
} from "@/lib/http/address-language";
import { cookieName, dropCallbackCookie } from "@/lib/http/cookies";
import { type MailedLinkPage, mailedLinkCookie, readMailedToken, tokenFor } from "@/lib/http/mailed-link-cookie";
import { findFormError } from "@/lib/http/posted-form";
import { type FoundRoute, findRoute } from "@/lib/http/routes";
import { isSameOrigin, nameOwnOrigin } from "@/lib/http/same-origin";
import { languageCookieName } from "@/lib/i18n/language-cookie";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { refusals } from "@/lib/i18n/refusal-messages";
import { paymentSources } from "@/lib/payment/content-sources";
import { homeGateKey } from "@/lib/storefront/home-gate-key";

// All but API routes and files; Next reads it as text (test/middleware.test.ts).
export const config = {
  matcher: [
    "/((?!api/(?:auth|health|jobs|language|me|passkey-challenge|passkey-offer|webhooks)(?:/|$)|_next/static/|\\.well-known/(?:security\\.txt|passkey-endpoints)$|(?:icon|robots\\.txt|sitemap\\.xml)$).*)",
  ],
};

/** What a bare public address is redirected by. */
const languageSigns = "Accept-Language, Cookie, Sec-Fetch-Site";

const isRead = (request: NextRequest) => request.method === "GET" || request.method === "HEAD";

/** The gate for members' pages, and the only lock of /home. Knows the cookie only; Node checks its row. */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const route = findRoute(request.nextUrl.pathname);
  const ownAddress = isRead(request) ? findOwnLanguage(request, route) : null;
  if (ownAddress !== null) return toOwnLanguage(request, ownAddress);
  const response = await answer(request, route);
  // Next marks prerendered pages cacheable for a year.
  if (route.enter !== "everyone" || route.staticPage !== undefined)
    response.headers.set("Cache-Control", "private, no-store");
  if (route.robots === "noindex") response.headers.set("X-Robots-Tag", "noindex, nofollow");
  if (route.locale !== null && isRead(request) && isLanguageChoice(request, route))
    await rememberLanguage(request, response, route.locale);
  return response;
}

function toOwnLanguage(request: NextRequest, path: string): NextResponse {
  const url = new URL(`${path}${withoutRsc(request.nextUrl.search)}`, request.url);
  const response = NextResponse.redirect(url, 307);
  response.headers.set("Vary", languageSigns);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** In this browser, and in the profile of a member. */
async function rememberLanguage(request: NextRequest, response: NextResponse, locale: Locale): Promise<void> {
  if (request.cookies.get(languageCookieName())?.value === locale) return;
  response.cookies.set(languageCookie(locale));
  response.headers.set("Cache-Control", "private, no-store");
  if (request.cookies.has(cookieName("session"))) await keepInProfile(request, locale);
}

async function answer(request: NextRequest, route: FoundRoute): Promise<NextResponse> {
  if (!isRead(request) && !isSameOrigin(request.headers))
    return withPolicy(toPage(request, route, "/foreign-origin"), strictPolicy);
  const refusal = await refuseBrokenForm(request, route);
  if (refusal) return withPolicy(refusal, strictPolicy);
  if (route.enter === "link") return showMailedLink(request, route);
  if (route.enter === "everyone") return showPage(request, route);

  const cookie = request.cookies.get(cookieName("session"))?.value;
  const token = await readSessionToken(cookie);
  if (cookie === undefined || token === null) return toLogin(request, route);
  if (isFresh(token)) return showPage(request, route);

  const renewed = await renewSessionCookie(cookie);
  if (renewed.state === "unknown") {
    return withPolicy(toPage(request, route, "/unavailable"), strictPolicy);
  }
  const response = renewed.state === "ended" ? toLogin(request, route) : showPage(request, route);
  // A form's answer may bring a newer token.
  if (renewed.state === "renewed" && !isRead(request)) return response;
  for (const setCookie of renewed.setCookies) response.headers.append("Set-Cookie", setCookie);
  return response;
}

/** Null for a readable form; Next would answer 500. */
async function refuseBrokenForm(request: NextRequest, route: FoundRoute): Promise<NextResponse | null> {
  if (isRead(request)) return null;
  const error = await findFormError(request);
  if (error === null) return null;
  const { status, reason } = error;
  const locale = pageLocale(request, route);
  const words = refusals[locale];
  const sentence = words[reason];
  // Next's script shows a refusal only as this plain text.
  if (request.headers.has("next-action"))
    return new NextResponse(sentence, { status, headers: { "Content-Type": "text/plain" } });
  const link = { path: "/login", label: words.toLogin };
  const page = plainPage({ locale, status, title: words.nothingSent, sentence, link });
  return new NextResponse(page.body, page);
}

/** With a new policy; Next reads its nonce from the request. */
function showPage(request: NextRequest, route: FoundRoute): NextResponse {
  const { scripts } = route;
  const staticPage = findStaticPage(request, route);
  // Next makes the answer to a form per request, even of a static page.
  if (staticPage !== null && isRead(request)) return withPolicy(toPage(request, route, staticPage), prerenderedPolicy);
  const page = staticPage ?? route.page.replace("[key]", `${homeGateKey}`);
  if (scripts === "hashes") return withPolicy(toPage(request, route, page), prerenderedPolicy);
  if (scripts === "none") return withPolicy(toPage(request, route, page), strictPolicy);
  // 128 bits (CSP 3, 7.1).
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = policyWithNonce(nonce, { ...botCheckSources(), "form-action": route.pays ? paymentSources() : [] });
  return withPolicy(toPage(request, route, page, policy), policy);
}

/** Null for a visitor with a query or a session, and where the policy has no hashes or names Turnstile. A form gets the
 * same page as its reader had: React finds the form's state by its place. */
function findStaticPage(request: NextRequest, { staticPage }: Pick<FoundRoute, "staticPage">): string | null {
  if (staticPage === undefined || isOnVercel || withoutRsc(request.nextUrl.search) !== "") return null;
  if (request.cookies.has(cookieName("session"))) return null;
  return botCheckSources()["script-src"].length > 0 ? null : staticPage;
}

/** Moves a mailed token from the address to a cookie (docs/decisions/mailed-links-only-prefill.md). */
function showMailedLink(request: NextRequest, route: FoundRoute): NextResponse {
  const page = route.segments[0] as MailedLinkPage;
  if (route.segments.length === 1) {
    const kept = tokenFor(page, request.cookies.get(cookieName("link"))?.value);
    return showPage(request, { ...route, page: `/${page}/${kept ?? "-"}` });
  }
  const token = readMailedToken(route.segments[1]);
  if (token === null || !isRead(request) || request.headers.has("rsc")) return showPage(request, route);
  const response = NextResponse.redirect(new URL(`/${page}`, request.url), 303);
  response.cookies.set(mailedLinkCookie(page, token));
  return response;
}

/** Rewrites to the page in its language; caches learn by Vary (RFC 9110, 12.5.5). */
function toPage(request: NextRequest, route: FoundRoute, pathname: string, policy?: string): NextResponse {
  // Next's URL says localhost for all loopback addresses.
  const url = new URL(request.url);
  url.pathname = `/${pageLocale(request, route)}${pathname}`;
  const headers = headersForPage(request, policy);
  const response = NextResponse.rewrite(url, headers === null ? {} : { request: { headers } });
  response.headers.append("Vary", varyOf(route));
  return response;
}

function varyOf({ locale }: FoundRoute): string {
  if (locale === null) return "Accept-Language, Cookie";
  return locale === defaultLocale ? languageSigns : "Cookie";
}

/** Removes a visitor's own policy, which would stay on prerendered pages. */
function headersForPage(request: NextRequest, policy: string | undefined): Headers | null {
  const names = ["content-security-policy", "content-security-policy-report-only"];
  const isForeignPolicy = names.some((name) => request.headers.has(name));
  if (policy === undefined && !isForeignPolicy && isRead(request)) return null;
  const headers = new Headers(request.headers);
  for (const name of names) headers.delete(name);
  if (policy !== undefined) {
    headers.set("content-security-policy", policy);
    dropCallbackCookie(headers);
  }
  if (!isRead(request)) nameOwnOrigin(headers);
  return headers;
}

function withPolicy(response: NextResponse, policy: string): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

function toLogin(request: NextRequest, route: FoundRoute): NextResponse {
  const isHome = route.segments[0] === "home";
  // Server actions guard themselves, except below /home.
  const isAction = request.method === "POST" && request.headers.has("next-action");
  if (isAction && !isHome) return showPage(request, route);
  const url = new URL("/login", request.url);
  const wanted = isHome ? "/home" : `${route.path}${withoutRsc(request.nextUrl.search)}`;
  url.searchParams.set("next", wanted);
  return NextResponse.redirect(url, isRead(request) ? 307 : 303);
}

function withoutRsc(search: string): string {
  const query = new URLSearchParams(search);
  if (!query.has("_rsc")) return search;
  query.delete("_rsc");
  return query.size === 0 ? "" : `?${query}`;
}
