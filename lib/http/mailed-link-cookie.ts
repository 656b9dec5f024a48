import { readLinkToken } from "@/lib/signed-link/link-token";
import { cookieAttributes, cookieName } from "./cookies";

export type MailedLinkPage = "not-me" | "stop-recovery" | "undo-deletion" | "undo-email";

/** A page that only a link in a mail opens, and the link's token as it stands in the path; null for a path without. */
export type MailedLink = { page: MailedLinkPage; token: string | null };

/** How long the page can be loaded again after its link was opened, in seconds. Its form has the token in itself. */
const maxAgeSeconds = 30 * 60;
/** No token of ours comes near it; a cookie must not grow with what a stranger sends. */
const longestToken = 500;

/** The mailed link that a path is, or null. */
export function findMailedLink(pathname: string): MailedLink | null {
  const found = /^\/(not-me|stop-recovery|undo-deletion|undo-email)(?:\/(.+?))?\/?$/.exec(pathname);
  if (!found || (found[2]?.length ?? 0) > longestToken) return null;
  return { page: found[1] as MailedLinkPage, token: readLinkToken(found[2] ?? "") || null };
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
