import { readLinkToken } from "@/lib/signed-link/link-token";
import { cookieAttributes, cookieName } from "./cookies";
import type { routes } from "./routes";

type Routes = typeof routes;

export type MailedLinkPage = keyof {
  [Path in keyof Routes as Routes[Path]["enter"] extends "link"
    ? Path extends `/${infer Page}/*`
      ? Page
      : never
    : never]: true;
};

/** In seconds, for reloads. The form has the token itself. */
const maxAgeSeconds = 30 * 60;
/** A stranger must not grow the cookie. */
const longestToken = 500;

export function readMailedToken(segment: string | undefined): string | null {
  const token = readLinkToken(segment ?? "");
  return token === "" || token.length > longestToken ? null : token;
}

export function mailedLinkCookie(page: MailedLinkPage, token: string) {
  return { name: cookieName("link"), value: `${page}/${token}`, ...cookieAttributes(), maxAge: maxAgeSeconds };
}

/** The page's token from the cookie, or null. Validated, since it becomes part of a path (`..`). */
export function tokenFor(page: MailedLinkPage, cookie: string | undefined): string | null {
  if (!cookie?.startsWith(`${page}/`)) return null;
  return readLinkToken(cookie.slice(page.length + 1)) || null;
}
