import { readdirSync } from "node:fs";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, test, vi } from "vitest";
import { config, middleware } from "@/middleware";

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return middleware(new NextRequest(`http://127.0.0.1:3000${path}`, { headers, method }));
}

test.each(["not-me", "stop-recovery", "undo-deletion", "undo-email"])(
  "a link to /%s leads to an address without its token, which the browser keeps in a cookie (R38)",
  async (page) => {
    const opened = await ask(`/${page}/a-token_1`);
    expect(opened.status).toBe(303);
    expect(new URL(opened.headers.get("location") ?? "").pathname).toBe(`/${page}`);
    expect(opened.headers.get("cache-control")).toContain("no-store");
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^shop-link=.*a-token_1;.*HttpOnly/i);
    const shown = await ask(`/${page}`, { cookie: cookie.split(";")[0] ?? "" });
    expect(shown.headers.get("x-middleware-rewrite")).toContain(`/en/${page}/a-token_1`);
  },
);

test("the cookie of one mailed link shows nothing of another, and no cookie shows a dead link", async () => {
  for (const cookie of ["shop-link=undo-email/x", "shop-link=undo-email-x/y", "shop-link=", ""]) {
    const shown = await ask("/not-me", { cookie });
    expect(shown.headers.get("x-middleware-rewrite")).toMatch(/\/en\/not-me\/-$/);
  }
});

test.each(["../storefront/2026", "../home/a-key", "x/../../login", "%2e%2e/home/a-key"])(
  "A cookie with the token %s shows the page of the mailed link and no other page.",
  async (token) => {
    const shown = await ask("/undo-email", { cookie: `shop-link=undo-email/${token}` });
    expect(new URL(shown.headers.get("x-middleware-rewrite") ?? "").pathname).toMatch(/^\/en\/undo-email\/(-|x)$/);
  },
);

test("Next's own script gets the page at once, since it does not follow a redirect to one", async () => {
  const shown = await ask("/undo-deletion/t", { rsc: "1" });
  expect(shown.headers.get("x-middleware-rewrite")).toContain("/en/undo-deletion/t");
});

test("a form reaches its page under the shop's own address, whatever the proxy and the browser wrote (R38)", async () => {
  const headers = { origin: "null", "sec-fetch-site": "same-origin", "x-forwarded-host": "evil.example" };
  const passed = await ask("/login", headers, "POST");
  expect(passed.headers.get("x-middleware-request-origin")).toBe("http://localhost:3000");
  expect(passed.headers.get("x-middleware-request-x-forwarded-host")).toBe("localhost:3000");
});

afterEach(() => vi.unstubAllEnvs());

const matcher = new RegExp(`^${config.matcher[0]}$`);

/** The first words of the paths below a folder of `app`, without groups in parentheses. */
function firstWords(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const paths = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  const words = paths.map((file) => file.replace(/\([\w-]+\)\//g, "").split("/")[0] ?? "");
  return [...new Set(words.filter((word) => !word.startsWith("page.") && !word.startsWith("[")))];
}

test("every API route bypasses the middleware, and nothing else below /api", () => {
  const named = /api\/\(\?:([\w|-]+)\)/.exec(config.matcher[0] ?? "")?.[1]?.split("|");
  expect(named).toEqual(firstWords("app/api").sort());
  expect(named?.filter((name) => matcher.test(`/api/${name}`) || !matcher.test(`/api/${name}s`))).toEqual([]);
});

test("the icon, the files for crawlers and the two well-known files are past the middleware, and nothing below them", () => {
  for (const path of [
    "/icon",
    "/robots.txt",
    "/sitemap.xml",
    "/.well-known/security.txt",
    "/.well-known/passkey-endpoints",
  ]) {
    expect(matcher.test(path), path).toBe(false);
    for (const other of [`${path}/x`, `${path}x`, `/x${path}`]) expect(matcher.test(other), other).toBe(true);
  }
});

test.each(["api", "_next", "en", "xx"])(
  "no page can be requested around the middleware with the language %s (R36)",
  (first) => {
    const pages = [...firstWords("app/[locale]"), "nowhere"];
    expect(pages).toContain("home");
    expect(pages.filter((page) => !matcher.test(`/${first}/${page}/x`))).toEqual([]);
  },
);

const shownAt = (response: Response) => new URL(response.headers.get("x-middleware-rewrite") ?? "none:").pathname;

test.each(["/nothing", "/HOME", "/en/home", "/en/home/key", "/api/home/key", "/home%2fkey", "/%2568ome", "/\\home"])(
  "%s, which is no page, is answered with 404 and no script, for visitors and members",
  async (path) => {
    for (const headers of [{}, await sessionCookie()]) {
      for (const method of ["GET", "HEAD", "POST"]) {
        const origin = { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" };
        const answer = await ask(path, { ...headers, ...origin }, method);
        expect(shownAt(answer)).toBe("/en/nowhere");
        expect(answer.headers.get("content-security-policy")).toMatch(/^script-src 'self'; /);
        expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
      }
    }
  },
);

test.each([
  ["/home", "/home"],
  ["/%68ome", "/home"],
  ["/home/a-key", "/home"],
  ["/account?from=mail", "/account?from=mail"],
  ["/admin/no-such-page", "/admin/no-such-page"],
])("a visitor who asks for %s logs in and then gets %s", async (path, next) => {
  const answer = await ask(path);
  expect(answer.headers.get("x-middleware-rewrite")).toBeNull();
  const location = new URL(answer.headers.get("location") ?? "");
  expect([location.pathname, location.searchParams.get("next")]).toEqual(["/login", next]);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

test("a member gets the members' page by its own address alone, and a product whose name holds a gate's word is open", async () => {
  const cookie = await sessionCookie();
  expect(shownAt(await ask("/home", cookie))).toMatch(/^\/en\/home\/./);
  expect(shownAt(await ask("/home/a-key", cookie))).toBe("/en/home/-");
  expect(shownAt(await ask("/account/email", cookie))).toBe("/en/account/email");
  const product = await ask("/products/home-office-lamp");
  expect(shownAt(product)).toBe("/en/products/home-office-lamp");
  expect(product.headers.get("x-robots-tag")).toBeNull();
});

describe.each([
  ["/login", "/prerendered/login"],
  ["/register", "/prerendered/register/today"],
])("At %s", (path, staticPage) => {
  const policyOf = (answer: Response) => answer.headers.get("content-security-policy") ?? "";

  test("strangers without a query share a static page, which runs scripts by hash and is stored nowhere", async () => {
    for (const asked of [path, `${path}/`, `${path}?`, `${path}?_rsc=1`]) {
      const answer = await ask(asked, { cookie: "shop-challenge=a; shop-language=es" });
      expect(shownAt(answer), asked).toBe(`/es${staticPage}`);
      expect(policyOf(answer)).not.toContain("nonce-");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
    }
  });

  test("a query, a session and even an unreadable session cookie get a page made for them, with a nonce", async () => {
    const session = await sessionCookie();
    for (const [asked, headers] of [
      [`${path}?next=/account`, {}],
      [`${path}?notice=LOGGED_OUT&_rsc=1`, {}],
      [path, session],
      [path, { cookie: "shop-session=x" }],
    ] as const) {
      const answer = await ask(asked, headers);
      expect(shownAt(answer), asked).toBe(`/en${path}`);
      expect(policyOf(answer)).toContain("'nonce-");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
  });

  test("a form is answered by the page that its reader had, with a nonce", async () => {
    const own = { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" };
    const answers = [await ask(path, own, "POST"), await ask(`${path}?next=/account`, own, "POST")];
    expect(answers.map(shownAt)).toEqual([`/en${staticPage}`, `/en${path}`]);
    for (const answer of answers) expect(policyOf(answer)).toContain("'nonce-");
  });

  test("with Turnstile the page is made per request, since the policy names its script's origin", async () => {
    vi.stubEnv("TURNSTILE_SITE_KEY", "a-site-key");
    vi.stubEnv("TURNSTILE_SECRET_KEY", "a-secret-key");
    vi.resetModules();
    const { middleware } = await import("@/middleware");
    const answer = await middleware(new NextRequest(`http://127.0.0.1:3000${path}`));
    expect(shownAt(answer)).toBe(`/en${path}`);
    expect(policyOf(answer)).toMatch(/script-src 'self' 'nonce-[^']+' https:/);
  });
});

describe("A public page has an address per language:", () => {
  const spanish = { "accept-language": "es-MX" };
  const chose = (locale: string) => ({ cookie: `shop-language=${locale}` });
  const leadsTo = (answer: Response) => {
    const location = new URL(answer.headers.get("location") ?? "none:");
    return `${answer.status} ${location.pathname}${location.search}`;
  };

  test("an address with a language shows it, whatever the visitor wishes, and does not vary by that", async () => {
    for (const headers of [{}, spanish, chose("en"), { ...chose("es"), ...spanish }]) {
      const storefront = await ask("/ar", headers);
      expect(shownAt(storefront)).toBe("/ar/storefront/today");
      expect(storefront.headers.get("vary")).toBe("Cookie");
      expect(storefront.headers.get("set-cookie")).toBeNull();
      expect(storefront.headers.get("x-robots-tag")).toBeNull();
      expect(shownAt(await ask("/ar/products/kettle", headers))).toBe("/ar/products/kettle");
    }
  });

  test("a bare address shows the default language to crawlers, who wish for none", async () => {
    const wishes: Record<string, string>[] = [{}, { "accept-language": "en-GB" }, { "accept-language": "*" }];
    for (const headers of [...wishes, { ...chose("en"), ...spanish }]) {
      const answer = await ask("/", headers);
      expect(shownAt(answer)).toBe("/en/storefront/today");
      expect(answer.headers.get("vary")).toBe("Accept-Language, Cookie, Sec-Fetch-Site");
    }
  });

  test("a newcomer to a bare address is led to their own language, and no cache keeps that", async () => {
    for (const headers of [spanish, chose("es"), { ...chose("es"), "accept-language": "ar" }]) {
      const answer = await ask("/products/kettle?from=mail&_rsc=x", headers);
      expect(leadsTo(answer)).toBe("307 /es/products/kettle?from=mail");
      expect(answer.headers.get("vary")).toBe("Accept-Language, Cookie, Sec-Fetch-Site");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
    expect(leadsTo(await ask("/", chose("ar")))).toBe("307 /ar");
  });

  test("no path leads a newcomer to another site", async () => {
    for (const path of ["//evil.example", "/\\evil.example", "/%2f%2fevil.example", "/products/%2f%2fevil.example"]) {
      const answer = await ask(path, spanish);
      expect([answer.headers.get("location"), shownAt(answer)], path).toEqual([null, "/es/nowhere"]);
    }
    expect(leadsTo(await ask("/products/@evil.example", spanish))).toBe("307 /es/products/%40evil.example");
  });

  test("a link of the shop's own pages shows the language that it names", async () => {
    for (const headers of [spanish, chose("es")]) {
      const answer = await ask("/products/kettle", { ...headers, "sec-fetch-site": "same-origin" });
      expect(shownAt(answer)).toBe("/en/products/kettle");
    }
  });

  test("a form goes to the page that it stands on, in the page's language", async () => {
    const own = { "sec-fetch-site": "same-origin", origin: "http://localhost:3000", ...spanish };
    expect(shownAt(await ask("/products/kettle", own, "POST"))).toBe("/en/products/kettle");
    expect(shownAt(await ask("/ar/products/kettle", own, "POST"))).toBe("/ar/products/kettle");
  });

  test.each([
    ["/es", "/", "en"],
    ["/", "/ar?from=mail", "ar"],
    ["/products/kettle?a=b", "/es/products/kettle", "es"],
    ["/ar/products/kettle", "/products/kettle", "en"],
  ])("the link from %s to %s is a choice that the browser keeps", async (from, to, locale) => {
    for (const headers of [spanish, chose("es"), chose("ar"), chose("en")]) {
      const answer = await ask(to, { ...headers, referer: `http://localhost:3000${from}` });
      expect(answer.headers.get("location")).toBeNull();
      const kept = answer.headers.get("set-cookie");
      if ("cookie" in headers && headers.cookie === `shop-language=${locale}`) expect(kept).toBeNull();
      else
        expect(kept).toMatch(new RegExp(`^shop-language=${locale}; .*Max-Age=31536000; HttpOnly; SameSite=lax`, "i"));
      if (kept !== null) expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
  });

  test.each([
    "http://evil.example/es",
    "http://localhost:3000.evil.example/es",
    "http://localhost:3001/es",
    "https://localhost:3000/es",
    "http://localhost:3000/ar/products/kettle",
    "http://localhost:3000/login",
    "http://localhost:3000/nowhere",
    "http://localhost:3000/ar",
    "http://localhost:3000//ar",
    "nonsense",
  ])("a link from %s is no choice (R38)", async (referer) => {
    const answer = await ask("/ar", { referer });
    expect(shownAt(answer)).toBe("/ar/storefront/today");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("a member's choice reaches their profile through Node, and a failure there does not block the page", async () => {
    const session = await sessionCookie();
    const asked = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("fetch failed"));
    const headers = { ...session, referer: "http://localhost:3000/", "x-forwarded-for": "192.0.2.7" };
    const answer = await ask("/es", headers);
    expect(shownAt(answer)).toBe("/es/storefront/today");
    expect(answer.headers.get("set-cookie")).toContain("shop-language=es");
    const [url, sent] = asked.mock.calls[0] ?? [];
    expect([url, sent?.method, String(sent?.body)]).toEqual([
      "http://localhost:3000/api/language",
      "POST",
      "locale=es",
    ]);
    expect(new Headers(sent?.headers).get("cookie")).toBe(session.cookie);
    asked.mockRestore();
  });
});

async function sessionCookie(): Promise<{ cookie: string }> {
  const token = { sub: "user", sid: "A".repeat(43), role: "CUSTOMER", checkedAt: Date.now() };
  const secret = "only-for-tests-only-for-tests-only-for-tests";
  return { cookie: `shop-session=${await encode({ token, secret, salt: "shop-session" })}` };
}
