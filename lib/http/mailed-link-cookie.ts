import { readLinkToken } from "@/lib/signed-link/link-token";
import { cookieAttributes, cookieName } from "./cookies";
import type { routes } from "./routes";

type Routes = typeof routes;

/** A page that only a link in a mail opens: the first segment of its line in the table of routes. */
export type MailedLinkPage = keyof {
  [Path in keyof Routes as Routes[Path]["enter"] extends "link"
    ? Path extends `/${infer Page}/*`
      ? Page
      : never
    : never]: true;
};

/** How long the page can be loaded again after its link was opened, in seconds. Its form has the token in itself. */
const maxAgeSeconds = 30 * 60;
/** No token of ours comes near it; a cookie must not grow with what a stranger sends. */
const longestToken = 500;

/** The token in the segment behind a mailed link's page; null where there is none, or one that is too long to be ours. */
export function readMailedToken(segment: string | undefined): string | null {
  const token = readLinkToken(segment ?? "");
  return token === "" || token.length > longestToken ? null : token;
}

/** The cookie that takes the token's place in the address. The latest link that was opened is the one that it names. */
export function mailedLinkCookie(page: MailedLinkPage, token: string) {
  return { name: cookieName("link"), value: `${page}/${token}`, ...cookieAttributes(), maxAge: maxAgeSeconds };
}

/**
 * The token that a browser's cookie has for this page, or null. It becomes a part of a path, so it is read as a token: with
 * `..` in it a visitor would choose which page is shown.
 */
export function tokenFor(page: MailedLinkPage, cookie: string | undefined): string | null {
  if (!cookie?.startsWith(`${page}/`)) return null;
  return readLinkToken(cookie.slice(page.length + 1)) || null;
}
