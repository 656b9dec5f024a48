import { type NextRequest, NextResponse } from "next/server";
import { plainPage } from "@/app/plain-page";
import { renewSessionCookie } from "@/lib/auth/session/renew-session-cookie";
import { isFresh, readSessionToken } from "@/lib/auth/session/session-token";
import { botCheckSources } from "@/lib/bot-check/content-sources";
import { policyWithNonce, prerenderedPolicy, strictPolicy } from "@/lib/content-security/policy.mjs";
import { cookieName, dropCallbackCookie } from "@/lib/http/cookies";
import { type MailedLinkPage, mailedLinkCookie, readMailedToken, tokenFor } from "@/lib/http/mailed-link-cookie";
import { findFormError } from "@/lib/http/posted-form";
import { type FoundRoute, findRoute } from "@/lib/http/routes";
import { isSameOrigin, nameOwnOrigin } from "@/lib/http/same-origin";
import { chooseLocale } from "@/lib/i18n/choose-locale";
import { languageCookieName } from "@/lib/i18n/language-cookie";
import type { Locale } from "@/lib/i18n/locales";
import { refusals } from "@/lib/i18n/refusal-messages";
import { homeGateKey } from "@/lib/storefront/home-gate-key";

// All but the routes of the API, by name, and files. A page lies below the name of its language, and Next takes any first
// word for one: what went past here as /api/home/<key> would be the page itself. Next reads this list as text, before any
// code runs. test/middleware.test.ts
export const config = {
  matcher: [
    "/((?!api/(?:auth|health|language|me|passkey-challenge|passkey-offer|webhooks)(?:/|$)|_next/static/|icon\\.svg$).*)",
  ],
};

const isRead = (request: NextRequest) => request.method === "GET" || request.method === "HEAD";

/**
 * The gate in front of what only members see; lib/http/routes.ts says what that is. It knows the signed cookie and no
 * database; a cookie that was not compared with its row for a minute is, by Node, before it counts. It is the lock for
 * /home alone, which is shown only by its rewrite; every other page checks for itself.
 */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  const route = findRoute(request.nextUrl.pathname);
  const response = await answer(request, route);
  if (route.robots === "noindex") response.headers.set("X-Robots-Tag", "noindex, nofollow");
  return response;
}

async function answer(request: NextRequest, route: FoundRoute): Promise<NextResponse> {
  // Next refuses foreign server actions too, but with a fault (500) where a sentence is due.
  if (!isRead(request) && !isSameOrigin(request.headers))
    return withPolicy(toPage(request, "/foreign-origin"), strictPolicy);
  const refusal = await refuseBrokenForm(request);
  if (refusal) return withPolicy(refusal, strictPolicy);
  if (route.enter === "link") return showMailedLink(request, route);
  if (route.enter === "everyone") return showPage(request, route);

  const cookie = request.cookies.get(cookieName("session"))?.value;
  const token = await readSessionToken(cookie);
  if (cookie === undefined || token === null) return toLogin(request, route);
  if (isFresh(token)) return neverCached(showPage(request, route));

  const renewed = await renewSessionCookie(cookie);
  if (renewed.state === "unknown") {
    return withPolicy(neverCached(toPage(request, "/unavailable")), strictPolicy);
  }
  const response = renewed.state === "ended" ? toLogin(request, route) : neverCached(showPage(request, route));
  // A form may give the session another token, and its own answer brings that.
  if (renewed.state === "renewed" && !isRead(request)) return response;
  for (const setCookie of renewed.setCookies) response.headers.append("Set-Cookie", setCookie);
  return response;
}

/** The answer to a posted form that Next could not read, and would call its own fault (500); null for a good one. */
async function refuseBrokenForm(request: NextRequest): Promise<NextResponse | null> {
  if (isRead(request)) return null;
  const error = await findFormError(request);
  if (error === null) return null;
  const { status, reason } = error;
  const locale = localeOf(request);
  const words = refusals[locale];
  const sentence = words[reason];
  // The page's script takes a refusal as plain text, under exactly this name.
  if (request.headers.has("next-action"))
    return new NextResponse(sentence, { status, headers: { "Content-Type": "text/plain" } });
  const link = { path: "/login", label: words.toLogin };
  const page = plainPage({ locale, status, title: words.nothingSent, sentence, link });
  return new NextResponse(page.body, page);
}

/**
 * Lets the request through to its page, with a policy that allows the scripts of this one answer alone. Next reads the
 * nonce from the request and puts it on its scripts.
 */
function showPage(request: NextRequest, route: Pick<FoundRoute, "page" | "scripts">): NextResponse {
  const { scripts } = route;
  // What a visitor wrote is escaped by now, so no address asks for the key in this way.
  const page = route.page.replace("[key]", `${homeGateKey}`);
  // A prerendered page brings a second policy of its own.
  if (scripts === "hashes") return withPolicy(toPage(request, page), prerenderedPolicy);
  if (scripts === "none") return withPolicy(toPage(request, page), strictPolicy);
  // 128 bits from the system's source (CSP Level 3, section 7.1).
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = policyWithNonce(nonce, botCheckSources());
  return withPolicy(toPage(request, page, policy), policy);
}

/**
 * Takes the token of a mailed link out of the address, before the page shows it to a history, a proxy's log or another
 * site, and shows the page by a cookie. The form on the page has its token in itself. A cookie is all that a scanner of
 * mails gets, too. Next's script asks for a page that the shop led to, and could not follow. docs/decisions/mailed-links-only-prefill.md
 */
function showMailedLink(request: NextRequest, route: FoundRoute): NextResponse {
  const page = route.segments[0] as MailedLinkPage;
  if (route.segments.length === 1) {
    const kept = tokenFor(page, request.cookies.get(cookieName("link"))?.value);
    return neverCached(showPage(request, { ...route, page: `/${page}/${kept ?? "-"}` }));
  }
  const token = readMailedToken(route.segments[1]);
  if (token === null || !isRead(request) || request.headers.has("rsc")) return neverCached(showPage(request, route));
  const response = NextResponse.redirect(new URL(`/${page}`, request.url), 303);
  response.cookies.set(mailedLinkCookie(page, token));
  return neverCached(response);
}

function localeOf(request: NextRequest): Locale {
  const cookie = request.cookies.get(languageCookieName())?.value;
  return chooseLocale({ cookie, acceptLanguage: request.headers.get("accept-language") });
}

/**
 * Leads to a page in the visitor's language. No address names a language, so that a link shows everybody their own; a
 * shared cache in front of the shop must know what the answer depends on (RFC 9110, section 12.5.5).
 */
function toPage(request: NextRequest, pathname: string, policy?: string): NextResponse {
  // Next's own URL says localhost for every loopback address, and a rewrite to there would be one to another server.
  const url = new URL(request.url);
  url.pathname = `/${localeOf(request)}${pathname}`;
  const headers = headersForPage(request, policy);
  const response = NextResponse.rewrite(url, headers === null ? {} : { request: { headers } });
  response.headers.append("Vary", "Accept-Language, Cookie");
  return response;
}

/**
 * The headers with which a request reaches its page, or null for its own. The policy is the one whose nonce Next writes
 * into the page; one that a visitor sent would stay for everybody on a page made once for all.
 */
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
  // A server action guards itself, and answers in a form that the page's script understands. Below /home there is
  // none, and there this gate is the lock.
  const isAction = request.method === "POST" && request.headers.has("next-action");
  if (isAction && !isHome) return neverCached(showPage(request, route));
  const url = new URL("/login", request.url);
  const wanted = isHome ? "/home" : `${route.path}${withoutRsc(request.nextUrl.search)}`;
  url.searchParams.set("next", wanted);
  // 303 turns a POST into a GET, so that what was posted is not posted to the login page.
  return neverCached(NextResponse.redirect(url, isRead(request) ? 307 : 303));
}

/** A query without what Next's script adds to its own requests. */
function withoutRsc(search: string): string {
  const query = new URLSearchParams(search);
  if (!query.has("_rsc")) return search;
  query.delete("_rsc");
  return query.size === 0 ? "" : `?${query}`;
}

/** Next marks prerendered pages as cacheable for a year; a shared cache would hand the members' page to strangers. */
function neverCached(response: NextResponse): NextResponse {
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}
