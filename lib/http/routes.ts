/**
 * Who may enter. `everyone`. `link`: everybody, and what stands behind the path is the token of a mailed link.
 * `session`: visitors who are logged in; the page itself looks at roles, and at the session's row.
 */
type Enter = "everyone" | "link" | "session";

/** How a page's scripts are told from foreign ones: by hash on a page made once for all, by nonce on one made per request. */
type Scripts = "hashes" | "nonce" | "none";

/** What holds at an address. `robots` is for search engines; `page` is the page to show, if it lies at another path. */
type Route = { enter: Enter; scripts: Scripts; robots: "index" | "noindex"; page?: string };

/** The catch-all that answers 404. No page may lie there. */
export const nowhere = "/nowhere";

/**
 * Every address of the shop below its language. A new page is one line here; without it, the page is not found.
 * `[name]` stands for any one segment, a final `*` for the path and all below it, and the first line that fits counts.
 * Routes of the API are no pages: they are named in the matcher of middleware.ts.
 */
export const routes = {
  "/": { enter: "everyone", scripts: "hashes", robots: "index", page: "/storefront/today" },
  "/products/[slug]": { enter: "everyone", scripts: "nonce", robots: "index" },
  "/login": { enter: "everyone", scripts: "nonce", robots: "index" },
  "/login/recovery": { enter: "everyone", scripts: "nonce", robots: "index" },
  "/register": { enter: "everyone", scripts: "nonce", robots: "index" },
  "/otp/[challenge]": { enter: "everyone", scripts: "nonce", robots: "noindex" },
  "/logout": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/logout/confirm": { enter: "everyone", scripts: "hashes", robots: "noindex" },

  "/not-me/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/stop-recovery/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/undo-deletion/*": { enter: "link", scripts: "nonce", robots: "noindex" },
  "/undo-email/*": { enter: "link", scripts: "nonce", robots: "noindex" },

  "/home": { enter: "session", scripts: "hashes", robots: "noindex", page: "/home/[key]" },
  // Nobody asks for the members' page by its key, not even a member: each guess gets the page of a wrong one.
  "/home/*": { enter: "session", scripts: "hashes", robots: "noindex", page: "/home/-" },
  "/account/*": { enter: "session", scripts: "nonce", robots: "noindex" },
  "/admin/*": { enter: "session", scripts: "nonce", robots: "noindex" },

  "/foreign-origin": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/refused/[reason]": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/too-many-requests": { enter: "everyone", scripts: "none", robots: "noindex" },
  "/unavailable": { enter: "everyone", scripts: "none", robots: "noindex" },
} as const satisfies Record<string, Route>;

/** The rules for a request, its path as it was judged, and the page to show for it. */
export type FoundRoute = Route & { segments: string[]; path: string; page: string };

const unknown: FoundRoute = {
  enter: "everyone",
  scripts: "none",
  robots: "noindex",
  segments: [],
  path: nowhere,
  page: nowhere,
};

const lines = Object.entries<Route>(routes).map(([path, route]) => ({ names: path.split("/").filter(Boolean), route }));

/**
 * Judges a request's path by whole segments. The page to show is written from the segments that were judged, so that Next
 * cannot read the same path another way. A path that fits no line, or that two readers could take for two paths, gets
 * the page that answers 404.
 */
export function findRoute(pathname: string): FoundRoute {
  const segments = splitPath(pathname);
  const route = segments && lines.find(({ names }) => fits(names, segments))?.route;
  if (!segments || !route) return unknown;
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  return { ...route, segments, path, page: route.page ?? path };
}

/** The segments of a path, decoded once; null if one of them is empty, a dot segment, or holds a separator or another escape. */
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
