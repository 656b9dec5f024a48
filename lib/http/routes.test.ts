import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findRoute, nowhere, routes } from "./routes";

/** The addresses of the pages and handlers on disk, below their language: `/otp/[challenge]`. */
const onDisk = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
  .map((file) => `/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))
  .map((file) => file.replace(/\/\([\w-]+\)/g, "").replace(/\/[^/]+$/, "") || "/");

/** Whether a line's path, or the page that it shows, is this one on disk. `[x]` on disk stands for any segment. */
function names(path: string, page: string): boolean {
  if (path.endsWith("/*")) return `${page}/`.startsWith(path.slice(0, -1));
  const segments = page.split("/");
  return path.split("/").every((name, index, all) => {
    return all.length === segments.length && (name === segments[index] || /^\[\w+\]$/.test(segments[index] ?? ""));
  });
}

const lines = Object.entries<{ enter: string; robots: string; page?: string; staticPage?: string }>(routes);
const shownBy = ([path, line]: (typeof lines)[number]) => [line.page ?? path, line.staticPage ?? line.page ?? path];

describe("The table of routes", () => {
  it("has a line for every page and handler on disk, but for the one that answers 404. (R35)", () => {
    expect(onDisk.length).toBeGreaterThan(40);
    const isKnown = (page: string) =>
      lines.some((line) => [line[0], ...shownBy(line)].some((path) => names(path, page)));
    expect(onDisk.filter((page) => !isKnown(page))).toEqual(["/[...nowhere]"]);
  });

  it("has no line without a page on disk.", () => {
    const shown = lines.flatMap(shownBy);
    expect(shown.filter((path) => !onDisk.some((page) => names(path, page)))).toEqual([]);
  });

  it("leaves the address of the 404 page to no other page.", () => {
    expect(onDisk.filter((page) => names(nowhere, page))).toEqual([]);
  });

  it("opens a whole folder only to sessions and mailed links, so that a new page in it is closed.", () => {
    const folders = lines.filter(([path]) => path.endsWith("*"));
    expect(folders.length).toBeGreaterThan(3);
    for (const [path, { enter }] of folders) expect(["session", "link"], path).toContain(enter);
  });

  it("has no line that an earlier line hides.", () => {
    for (const [path] of lines) {
      const asked = path.replace("/*", "/x").replace(/\[\w+\]/, "x");
      expect(findRoute(asked), path).toMatchObject(routes[path as keyof typeof routes]);
    }
  });
});

describe("A path is judged by whole segments:", () => {
  it.each(["/account", "/account/", "/account/email", "/admin/users/x/role", "/%61ccount", "/admin/no/such/page"])(
    "%s needs a session.",
    (path) => expect(findRoute(path)).toMatchObject({ enter: "session", robots: "noindex" }),
  );

  it.each(["/products/home-office-lamp", "/products/admin", "/otp/account", "/products/%C3%A9tag%C3%A8re"])(
    "%s needs none, although a closed page's name is in it.",
    (path) => expect(findRoute(path)).toMatchObject({ enter: "everyone", page: path }),
  );

  it.each([
    [
      "names no page",
      [
        "/nothing",
        "/homes",
        "/accounts",
        "/my-account",
        "/login/x",
        "/products",
        "/storefront/today",
        "/prerendered/login",
      ],
    ],
    ["is another case of one", ["/HOME", "/Account", "/ADMIN/users"]],
    ["names a language or a folder of Next", ["/en/home", "/xx/account", "/api/home", "/_next/data/x/home.json"]],
    ["has an ending that Next knows", ["/home.rsc", "/home.txt", "/home.segments/_full.segment.rsc", "/account.json"]],
    ["has a parameter", ["/home;a=b", "/account;a"]],
    [
      "holds an escaped separator",
      ["/home%2f", "/%2fhome", "/x%2f..%2fhome", "/products/..%2fhome", "/products/a%5cb"],
    ],
    ["holds a backslash", ["/\\home", "/products/..\\home"]],
    ["is encoded twice", ["/%2568ome", "/products/%252e%252e%252fhome"]],
    [
      "holds a dot segment or an empty one",
      ["/./home", "/x/../home", "/%2e/home", "//home", "/home//x", "/products/.."],
    ],
    ["is no UTF-8", ["/%", "/%ff", "/products/%c0%ae"]],
    ["looks like one", ["/\u{ff48}ome", "/home%00", "/home%20", "/ home"]],
  ])("a path that %s gets the page that answers 404. (R35)", (_kind, paths) => {
    for (const path of paths) expect(findRoute(path), path).toMatchObject({ page: nowhere, scripts: "none" });
  });
});

describe("A language in front of a path", () => {
  it("belongs to public pages alone.", () => {
    const shown = (path: string) => [findRoute(path).locale, findRoute(path).path, findRoute(path).page];
    expect(shown("/")).toEqual(["en", "/", "/storefront/today"]);
    expect(shown("/es")).toEqual(["es", "/", "/storefront/today"]);
    expect(shown("/%61r/")).toEqual(["ar", "/", "/storefront/today"]);
    expect(shown("/products/kettle")).toEqual(["en", "/products/kettle", "/products/kettle"]);
    expect(shown("/ar/products/es")).toEqual(["ar", "/products/es", "/products/es"]);
    expect(findRoute("/login").locale).toBeNull();
    for (const [path, { robots }] of lines) {
      const asked = path.replace("/*", "/x").replace(/\[\w+\]/, "x");
      const found = findRoute(`/es${asked}`);
      expect(found.page === nowhere, path).toBe(robots === "noindex");
      expect(found.locale, path).toBe(robots === "noindex" ? null : "es");
    }
  });

  it.each([
    "/en",
    "/en/products/x",
    "/ES",
    "/fr",
    "/es/es",
    "/es/ar/products/x",
    "//es",
    "/es//products/x",
    "/es/products",
    "/es%2fproducts/x",
    "/es/../home",
    "/es/home/key",
  ])("names no page in %s. (R35)", (path) =>
    expect(findRoute(path)).toMatchObject({ page: nowhere, locale: null, robots: "noindex" }),
  );
});

it("The page to show is written from the segments that were judged.", () => {
  expect(findRoute("/%6cogin/").page).toBe("/login");
  expect(findRoute("/products/a%3Fb%23c").page).toBe("/products/a%3Fb%23c");
  expect(findRoute("/home/[key]").page).toBe("/home/-");
  expect(findRoute("/products/[key]").page).toBe("/products/%5Bkey%5D");
});
