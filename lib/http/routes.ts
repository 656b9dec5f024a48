import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/** `link`: the path holds a mailed token. `session`: needs a login; the page checks roles and the row. */
type Enter = "everyone" | "link" | "session";

/** Hashes for static pages, nonces for dynamic ones. `staticPage` is for strangers without a query, with hashes. */
type Scripts = "hashes" | "nonce" | "none";

/** `index`: found by search engines, at one address per language (docs/decisions/addresses-per-language.md). */
type Robots = "index" | "noindex";

type Route = { enter: Enter; scripts: Scripts; robots: Robots; page?: string; staticPage?: string; pays?: boolean };

/** The catch-all 404; no page may be here. */
export const nowhere = "/nowhere";

/** All pages below the language. `[name]`: one segment; final `*`: all below. First match wins. */
export const routes = {
  "/": { enter: "everyone", scripts: "hashes", robots: "index", page: "/storefront/today" },
  "/products/[slug]": { enter: "everyone", scripts: "nonce", robots: "index" },
  "/bag": { enter: "everyone", scripts: "nonce", robots: "noindex" },
  "/bag/add": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/bag/set": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/login": { enter: "everyone", scripts: "nonce", robots: "noindex", staticPage: "/prerendered/login" },
  "/login/recovery": { enter: "everyone", scripts: "nonce", robots: "noindex" },
  "/register": { enter: "everyone", scripts: "nonce", robots: "noindex", staticPage: "/prerendered/register/today" },
  "/otp/[challenge]": { enter: "everyone", scripts: "nonce", robots: "noindex" },
  "/logout": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/logout/confirm": { enter: "everyone", scripts: "hashes", robots: "noindex" },

  "/not-me/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/stop-recovery/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/undo-deletion/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/undo-email/*": { enter: "link", scripts: "nonce", robots: "noindex" },

  "/home": { enter: "session", scripts: "hashes", robots: "noindex", page: "/home/[key]" },
  // No one asks for this page by key: a guess gets the page of a wrong one.
  "/home/*": { enter: "session", scripts: "hashes", robots: "noindex", page: "/home/-" },
  "/checkout": { enter: "session", scripts: "nonce", robots: "noindex", pays: true },
  "/account/orders/[number]": { enter: "session", scripts: "nonce", robots: "noindex", pays: true },
  "/account/*": { enter: "session", scripts: "nonce", robots: "noindex" },
  "/admin/*": { enter: "session", scripts: "nonce", robots: "noindex" },

  "/foreign-origin": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/refused/[reason]": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/too-many-requests": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/unavailable": { enter: "everyone", scripts: "none", robots: "noindex" },
} as const satisfies Record<string, Route>;

/** `segments` and `path` are without the language; `locale` is null where the address names none. */
export type FoundRoute = Route & { segments: string[]; path: string; page: string; locale: Locale | null };

const unknown: FoundRoute = {
  enter: "everyone",
  scripts: "none",
  robots: "noindex",
  segments: [],
  path: nowhere,
  page: nowhere,
  locale: null,
};

const lines = Object.entries<Route>(routes).map(([path, route]) => ({ names: path.split("/").filter(Boolean), route }));

/** Judges a path by whole segments and rebuilds it, so Next cannot read it differently. Unknown or ambiguous: 404. */
export function findRoute(pathname: string): FoundRoute {
  const asked = splitPath(pathname);
  if (!asked) return unknown;
  const [first, ...rest] = asked;
  const prefix = isLocale(first) && first !== defaultLocale ? first : null;
  const segments = prefix === null ? asked : rest;
  const route = lines.find(({ names }) => fits(names, segments))?.route;
  if (!route || (prefix !== null && route.robots !== "index")) return unknown;
  const locale = route.robots === "index" ? (prefix ?? defaultLocale) : null;
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  return { ...route, segments, path, page: route.page ?? path, locale };
}

/** Decoded once; null for empty or dot segments, separators or further escapes. */
function splitPath(pathname: string): string[] | null {
  try {
    const segments = pathname
      .replace(/^\/|\/$/g, "")
      .split("/")
      .map(decodeURIComponent);
    if (segments.length === 1 && segments[0] === "") return [];
    return segments.some((segment) => /^\.{0,2}$|[/\\%]/.test(segment)) ? null : segments;
  } catch {
    return null;
  }
}

function fits(names: string[], segments: string[]): boolean {
  const isFolder = names.at(-1) === "*";
  const expected = isFolder ? names.slice(0, -1) : names;
  if (isFolder ? segments.length < expected.length : segments.length !== expected.length) return false;
  return expected.every((name, index) => name === segments[index] || name.startsWith("["));
}
