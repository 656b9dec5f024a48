import { readFileSync } from "node:fs";
import type { APIResponse, Page, Response } from "@playwright/test";
import { findRoute } from "@/lib/http/routes";
import { addUser, sql } from "./database";
import { askForCode, expect, logInDirectly, newPerson, test } from "./fixtures";
import { inlineScripts, isAllowed, readPolicies } from "./script-policy";

const forAll = [
  "/",
  "/login",
  "/login?next=/home",
  "/register",
  "/logout/confirm",
  "/nowhere",
  "/otp/a/b",
  "/not-me/x",
  "/not-me/a/b",
  "/undo-deletion/x",
  "/undo-email/x",
  "/products",
];

/** Whether React is at work there: what has no page is answered by a page of ours without a script. */
const hasScripts = (path: string) =>
  !/^\/(nowhere|otp\/a\/b|not-me\/a\/b|products|account\/nothing|admin\/nothing)$/.test(path);

/** Scripts run by nonce or hash alone; the answer names every script that it brings, and forbids all others. */
async function expectOwnScriptsOnly(answer: Response | APIResponse | null): Promise<void> {
  if (!answer) throw new Error("there was no answer");
  const policies = await readPolicies(answer);
  const scriptSources = policies.flatMap((policy) => policy.get("script-src") ?? []);
  expect(scriptSources, answer.url()).toContain("'self'");
  expect(scriptSources, answer.url()).not.toContain("'unsafe-inline'");
  expect(scriptSources, answer.url()).not.toContain("'unsafe-eval'");
  const scripts = inlineScripts(await answer.text());
  for (const policy of policies) {
    const sources = policy.get("script-src");
    if (!sources) continue;
    for (const script of scripts) expect(isAllowed(script, sources), `${answer.url()}: ${script.text}`).toBe(true);
  }
}

/** React has taken the page over, and nothing of it was refused by the browser. */
async function expectAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => /^__react/.test(key)),
  );
  expect(await page.evaluate(() => Reflect.get(window, "refusals"))).toEqual([]);
}

async function slugs(): Promise<string[]> {
  const products = await sql<{ slug: string }>(
    `(SELECT "slug" FROM "Product" WHERE "membersOnly" LIMIT 1) UNION ALL (SELECT "slug" FROM "Product" WHERE NOT "membersOnly" LIMIT 1)`,
  );
  return products.map(({ slug }) => slug);
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    const refusals: string[] = [];
    Reflect.set(window, "refusals", refusals);
    document.addEventListener("securitypolicyviolation", (event) =>
      refusals.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
});

test("public pages run their own scripts and no others (R40)", async ({ page, member }) => {
  const products = (await slugs()).map((slug) => `/products/${slug}`);
  for (const path of [...forAll, ...products, "/products/none", "/home"]) {
    await expectOwnScriptsOnly(await page.goto(path));
    if (hasScripts(path)) await expectAlive(page);
  }
  await askForCode(page, member.email);
  await expectOwnScriptsOnly(await page.reload());
  await expectAlive(page);
});

test("a member's pages run their own scripts and no others", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  const products = (await slugs()).map((slug) => `/products/${slug}`);
  for (const path of ["/", "/home", "/home/anything", "/account", "/account/nothing", "/admin", ...products]) {
    await expectOwnScriptsOnly(await page.goto(path));
    if (!hasScripts(path)) continue;
    await expectAlive(page);
    await expect(page.getByRole("banner")).toContainText(member.username);
  }
});

test("staff's pages run their own scripts and no others", async ({ page, context }) => {
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  for (const path of ["/admin", "/admin/users", "/admin/users?q=a", "/admin/nothing"]) {
    await expectOwnScriptsOnly(await page.goto(path));
    if (hasScripts(path)) await expectAlive(page);
  }
});

test("client-side navigation loads what it needs", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Log in" }).click();
  await expect(page.getByLabel("Email")).toBeVisible();
  await page.goBack();
  await page.locator("#range").getByRole("article").first().getByRole("link").click();
  await page.waitForURL("**/products/*");
  await expectAlive(page);
});

test("each response has its own nonce", async ({ request, context, member }) => {
  await logInDirectly(context, member.id);
  const [slug] = await slugs();
  for (const path of ["/login?next=/", "/register?next=/", "/account", `/products/${slug}`, "/products/none"]) {
    const asked = path === "/account" ? context.request : request;
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => {
        const policies = await readPolicies(await asked.get(path));
        return policies.flatMap((policy) => policy.get("script-src") ?? []).filter((source) => /^'nonce-/.test(source));
      }),
    );
    for (const found of nonces) expect(found, path).toEqual([expect.stringMatching(/^'nonce-[A-Za-z0-9+/]{22}=='$/)]);
    expect(new Set(nonces.flat()).size, path).toBe(3);
  }
});

test("a nonce sent by a visitor appears on no page (R40)", async ({ request }) => {
  for (const path of ["/login", "/login?next=/", "/products/none", "/", "/nowhere"]) {
    const answer = await request.get(path, { headers: { "content-security-policy": "script-src 'nonce-planted'" } });
    expect(await answer.text(), path).not.toContain("planted");
    expect(JSON.stringify(await answer.headersArray()), path).not.toContain("planted");
  }
});

test("no spelling of a URL gives a page without a script policy", async ({ context, member }) => {
  await logInDirectly(context, member.id);
  for (const path of [
    "/%6cogin",
    "/logi%6e?next=/home",
    "/produc%74s/none",
    "/%61ccount",
    "/login.rsc",
    "/home.rsc",
    "/%",
  ]) {
    await expectOwnScriptsOnly(await context.request.get(path));
  }
});

test("every page rendered per request is listed as needing a nonce", () => {
  const read = (name: string) => JSON.parse(readFileSync(`.next/${name}`, "utf8"));
  const { routes, dynamicRoutes } = read("prerender-manifest.json");
  const pages = Object.entries<string>(read("app-path-routes-manifest.json"))
    .filter(([file]) => file.endsWith("/page"))
    .map(([, route]) => route)
    // Next's own two have no address: the one leads to the storefront, the other is the middleware's.
    .filter((route) => !route.startsWith("/_"));
  expect(pages.length).toBeGreaterThan(8);
  for (const route of pages) {
    const isPrerendered = route in routes || route in dynamicRoutes;
    if (route.startsWith("/[locale]/prerendered/")) {
      expect(isPrerendered, route).toBe(true);
      continue;
    }
    // Two that are led to from another address, which the middleware knows by name.
    const asked = route.replace("/[locale]", "").replace("/storefront/[edition]", "/").replace("/home/[key]", "/home");
    expect(findRoute(asked.replaceAll(/\[\w+\]/g, "x")).scripts, route).toBe(isPrerendered ? "hashes" : "nonce");
  }
});

test("a page without scripts allows only the shop's own files", async ({ request }) => {
  for (const path of ["/unavailable", "/too-many-requests", "/too-many-requests?back=/login", "/refused/address"]) {
    const policies = await readPolicies(await request.get(path));
    expect(
      policies.flatMap((policy) => policy.get("script-src") ?? []),
      path,
    ).toEqual(["'self'"]);
  }
});

test("every response carries the other security headers (R40)", async ({ request, context, member }) => {
  await logInDirectly(context, member.id);
  const [slug] = await slugs();
  const foreign = { headers: { origin: "https://evil.example" }, form: { email: member.email } };
  const noRedirect = { maxRedirects: 0 };
  const answers = [
    ...(await Promise.all(
      [
        ...forAll,
        `/products/${slug}`,
        "/unavailable",
        "/too-many-requests",
        "/api/me",
        "/api/health",
        "/api/health/ready",
        "/api/nothing",
        "/icon",
      ].map((path) => request.get(path)),
    )),
    await request.get("/home", noRedirect),
    await request.get("/logout", noRedirect),
    await request.post("/login", foreign),
    await request.post("/logout", foreign),
    await request.post("/api/webhooks/sendgrid", { data: "x" }),
    await context.request.get("/home"),
    await context.request.get("/account"),
    await context.request.get("/admin"),
  ];
  for (const answer of answers) {
    const policies = await readPolicies(answer);
    const directives = new Map(policies.flatMap((policy) => [...policy]));
    const what = `${answer.status()} ${answer.url()}`;
    expect(directives.get("frame-ancestors"), what).toEqual(["'none'"]);
    expect(directives.get("object-src"), what).toEqual(["'none'"]);
    expect(directives.get("base-uri"), what).toEqual(["'none'"]);
    expect(directives.get("form-action"), what).toEqual(["'self'"]);
    expect(directives.get("script-src-attr"), what).toEqual(["'none'"]);
    expect(answer.headers(), what).toMatchObject({
      "strict-transport-security": "max-age=63072000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  }
});
