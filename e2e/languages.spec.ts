import type { Browser, BrowserContext, Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { fill } from "@/lib/i18n/fill";
import { directionOf, type Locale, languageNames } from "@/lib/i18n/locales";
import ar from "@/messages/ar";
import en from "@/messages/en";
import es from "@/messages/es";
import { adminAtWork } from "./admin-at-work";
import { addSession, addUser, ageChallenges, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, fromNewAddress, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { startSecondShop, waitUntilUp } from "./second-shop";

const words = { en, es, ar };
const languageCookie = "shop-language";

/** A browser of its own that asks for a language, from an address of its own. */
async function browserThatAsksFor(
  locale: string,
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  return await browser.newContext({ locale, extraHTTPHeaders: fromNewAddress(), ...options });
}

async function expectLanguage(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("html")).toHaveAttribute("dir", directionOf(locale));
  await expect(page.getByRole("link", { name: words[locale].shell.skip })).toBeAttached();
}

const choiceOf = (page: Page, locale: Locale, role: "link" | "button" = "button") =>
  page.getByRole("contentinfo").getByRole(role, { name: languageNames[locale], exact: true });

/** Logs in by the names of the fields, whatever their labels say. */
async function logInByNames(page: Page, email: string): Promise<void> {
  await page.goto("/login");
  await page.locator("main input[name=email]").fill(email);
  await page.locator("main form:has(input[name=email]) button[type=submit]").first().click();
  await page.waitForURL("**/otp/*");
}

async function typeCode(page: Page, email: string): Promise<void> {
  await ageChallenges(email, 2);
  await page.locator("main input[name=code]").fill(await inbox.latestCode(email));
  await page.waitForURL("**/home");
}

async function profileOf(id: string) {
  const [user] = await sql<{ locale: string | null; timeZone: string | null }>(
    `SELECT "locale", "timeZone" FROM "User" WHERE "id" = $1`,
    [id],
  );
  return user;
}

async function keepLocale(id: string, locale: Locale): Promise<void> {
  await sql(`UPDATE "User" SET "locale" = $2 WHERE "id" = $1`, [id, locale]);
}

for (const [wish, locale] of [
  ["es-MX", "es"],
  ["ar-EG", "ar"],
  ["en-GB", "en"],
  ["zh-CN", "en"],
] as const) {
  test(`a browser that asks for ${wish} gets the login in ${languageNames[locale]}`, async () => {
    const { status, html } = await read("/login", { "accept-language": wish });
    expect(status).toBe(200);
    expect(languageIn(html)).toEqual({ lang: locale, dir: directionOf(locale) });
    expect(html).toContain(words[locale].shell.skip);
  });
}

for (const wish of ["", "*", "x".repeat(10_000), "es;q=0", ";;,,=", "en-a-bb-a-cc", "../es", "__proto__"]) {
  test(`an invalid language preference is answered in English: "${wish.slice(0, 20)}"`, async () => {
    const { status, html } = await read("/login", { "accept-language": wish });
    expect(status).toBe(200);
    expect(languageIn(html)).toEqual({ lang: "en", dir: "ltr" });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`the choice at the foot of a page wins over the browser's wish and stays on that page, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [product] = await sql<{ slug: string }>(`SELECT "slug" FROM "Product" WHERE NOT "membersOnly" LIMIT 1`);
    const path = `/products/${product?.slug}`;
    const context = await browserThatAsksFor("es-ES", browser, { javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${path}?from=a%20friend`);
    await expect(page).toHaveURL(`${shop.url}/es${path}?from=a%20friend`);
    await expectLanguage(page, "es");
    await choiceOf(page, "en", "link").click();
    await expect(page).toHaveURL(shop.url + path);
    await expectLanguage(page, "en");
    await choiceOf(page, "ar", "link").click();
    await expectLanguage(page, "ar");
    await expect(page).toHaveURL(`${shop.url}/ar${path}`);
    await expect(choiceOf(page, "ar", "link")).toHaveAttribute("aria-current", "true");
    await page.goto("/register?from=a%20friend");
    await expectLanguage(page, "ar");
    await choiceOf(page, "en").click();
    await expect(page).toHaveURL(`${shop.url}/register?from=a%20friend`);
    await expectLanguage(page, "en");
    await context.close();
  });
}

test("a member's choice on a public page is kept in the browser and the profile, and their links keep it", async ({
  browser,
  member,
}) => {
  const context = await browserThatAsksFor("en-US", browser, { javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/");
  await choiceOf(page, "es", "link").click();
  await expect(page).toHaveURL(`${shop.url}/es`);
  await expectLanguage(page, "es");
  expect(await profileOf(member.id)).toMatchObject({ locale: "es" });
  await page.locator("#range a").first().click();
  await expect(page).toHaveURL(/\/es\/products\/[a-z-]+$/);
  await page.goto("/account");
  await expectLanguage(page, "es");
  await page.getByRole("banner").getByRole("link", { name: "myshop" }).click();
  await expect(page).toHaveURL(`${shop.url}/es`);
  await page.goto("/");
  await expect(page).toHaveURL(`${shop.url}/es`);
  await context.close();
});

test("a foreign site's form cannot change the language (R38)", async ({ browser, member }) => {
  const context = await browserThatAsksFor("en-US", browser);
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  const form = `<form method="post" action="${shop.url}/api/language"><input name="locale" value="ar"><button>Win</button></form>`;
  await page.route("http://evil.example/", (route) => route.fulfill({ contentType: "text/html", body: form }));
  await page.goto("http://evil.example/");
  const posted = page.waitForRequest(`${shop.url}/api/language`);
  await page.getByRole("button").click();
  expect((await posted).method()).toBe("POST");
  await page.waitForURL(`${shop.url}/`);
  await expectLanguage(page, "en");
  expect((await context.cookies(shop.url)).map(({ name }) => name)).not.toContain(languageCookie);
  expect(await profileOf(member.id)).toEqual({ locale: null, timeZone: null });
  await context.close();
});

for (const [what, headers] of [
  ["a site next door", { "sec-fetch-site": "same-site" }],
  ["another origin", { origin: "https://evil.example" }],
] as const) {
  test(`a post from ${what} sets no language`, async ({ request }) => {
    const answer = await request.post("/api/language", { headers, form: { locale: "ar" }, maxRedirects: 0 });
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  });
}

test("a chosen language is kept for a year in an HttpOnly cookie, and the choice does not redirect to another site", async ({
  request,
}) => {
  const choose = (locale: string, referer: string) =>
    request.post("/api/language", { headers: { referer }, form: { locale }, maxRedirects: 0 });
  const answer = await choose("es", `${shop.url}/login?next=%2Faccount`);
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toBe(`${shop.url}/login?next=%2Faccount`);
  expect(answer.headers()["set-cookie"]).toMatch(/^shop-language=es; .*Max-Age=31536000;.*HttpOnly; SameSite=lax/i);
  for (const referer of ["https://evil.example/", `${shop.url}//evil.example/`, "nonsense"])
    expect((await choose("es", referer)).headers().location).toBe(`${shop.url}/es`);
  expect((await choose("ar", `${shop.url}/es/products/x?a=b`)).headers().location).toBe(
    `${shop.url}/ar/products/x?a=b`,
  );
  for (const locale of ["fr", "", "../ar", "en\r\nSet-Cookie: x=y"])
    expect((await choose(locale, `${shop.url}/`)).headers()["set-cookie"], locale).toBeUndefined();
});

test("a member chooses language and time zone, and gets both in another browser with other preferences", async ({
  browser,
  member,
}) => {
  const context = await browserThatAsksFor("en-US", browser);
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/account");
  await page.getByRole("link", { name: en.language.change }).click();
  await page.waitForURL("**/account/language");
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  await untilScriptsListen(page.getByRole("button", { name: en.language.save }));
  await page.getByRole("radio", { name: languageNames.ar }).check();
  await page.getByLabel(en.language.timeZone).selectOption("Europe/Madrid");
  await page.getByRole("button", { name: en.language.save }).click();
  await expect(page.getByText(ar.language.notices.LANGUAGE_SAVED)).toBeVisible();
  await expectLanguage(page, "ar");
  await expect(page.getByLabel(ar.language.timeZone)).toHaveValue("Europe/Madrid");
  expect(await profileOf(member.id)).toEqual({ locale: "ar", timeZone: "Europe/Madrid" });
  await context.close();

  const other = await browserThatAsksFor("es-ES", browser);
  const theirs = await other.newPage();
  await logInByNames(theirs, member.email);
  // Before the code is right nothing is told of the account, not even its language.
  await expectLanguage(theirs, "es");
  await typeCode(theirs, member.email);
  await expectLanguage(theirs, "ar");
  await theirs.goto("/account/language");
  await expect(theirs.getByRole("radio", { name: languageNames.ar })).toBeChecked();
  await expect(theirs.getByLabel(ar.language.timeZone)).toHaveValue("Europe/Madrid");
  await other.close();
});

test("an account without a language takes the language of its owner's login", async ({ browser, member }) => {
  const context = await browserThatAsksFor("es-AR", browser);
  const page = await context.newPage();
  await logInByNames(page, member.email);
  expect(await profileOf(member.id)).toMatchObject({ locale: null });
  await typeCode(page, member.email);
  await expectLanguage(page, "es");
  expect(await profileOf(member.id)).toMatchObject({ locale: "es" });
  await context.close();
});

test("a member's choice at the foot of a page is kept in the profile", async ({ browser, member }) => {
  const context = await browserThatAsksFor("en-US", browser, { javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/account/language");
  await page.getByLabel(en.language.timeZone).selectOption("Asia/Kolkata");
  await expect(page.getByRole("button", { name: en.language.device.use })).toBeHidden();
  await page.getByRole("button", { name: en.language.save }).click();
  await expect(page.getByText(en.language.notices.LANGUAGE_SAVED)).toBeVisible();
  await choiceOf(page, "es").click();
  await expectLanguage(page, "es");
  await expect(page).toHaveURL(/\/account\/language/);
  expect(await profileOf(member.id)).toEqual({ locale: "es", timeZone: "Asia/Kolkata" });
  await context.close();
});

test("a chosen language stays in the browser while the database is down", async ({ playwright }) => {
  const broken = await startSecondShop({ DATABASE_URL: "postgresql://shop:topsecret@127.0.0.1:1/shop" });
  try {
    await waitUntilUp(broken);
    const token = { sub: "someone", sid: "something", role: "CUSTOMER", checkedAt: Date.now() };
    const session = await encode({ token, secret: shop.authSecret, salt: "shop-session", maxAge: 600 });
    const request = await playwright.request.newContext({ baseURL: broken.url });
    const answer = await request.post("/api/language", {
      headers: { cookie: `shop-session=${session}` },
      form: { locale: "ar" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    expect(answer.headers()["set-cookie"]).toContain("shop-language=ar");
    expect(broken.output()).toContain("language_not_kept");
    await request.dispose();
  } finally {
    broken.stop();
  }
});

test("a button fills in the device's time zone, also under its old name", async ({ browser, member }) => {
  const context = await browserThatAsksFor("en-US", browser, { timezoneId: "Asia/Calcutta" });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/account/language");
  const button = page.getByRole("button", { name: en.language.device.use });
  await untilScriptsListen(button);
  await button.click();
  await expect(page.getByLabel(en.language.timeZone)).toHaveValue("Asia/Kolkata");
  await expect(page.getByText(fill(en.language.device.filledIn, { zone: "Kolkata (UTC+05:30)" }))).toBeVisible();
  expect(await profileOf(member.id)).toMatchObject({ timeZone: null });
  await page.getByRole("button", { name: en.language.save }).click();
  await expect(page.getByText(en.language.notices.LANGUAGE_SAVED)).toBeVisible();
  expect(await profileOf(member.id)).toEqual({ locale: "en", timeZone: "Asia/Kolkata" });
  await context.close();
});

test("a language or a time zone that the page does not offer is refused with a sentence", async ({
  browser,
  member,
}) => {
  const context = await browserThatAsksFor("en-US", browser, { javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  for (const [selector, value] of [
    ["input[name=locale]:checked", "xx"],
    ["select option:checked", "Europe/Atlantis"],
  ] as const) {
    await page.goto("/account/language");
    await page.locator(selector).evaluate((element, value) => element.setAttribute("value", value), value);
    await page.getByRole("button", { name: en.language.save }).click();
    await expect(page.getByText(en.language.notices.LANGUAGE_UNKNOWN)).toBeVisible();
  }
  expect(await profileOf(member.id)).toEqual({ locale: null, timeZone: null });
  await context.close();
});

test("no private page has a language in its URL", async ({ request, member }) => {
  const cookie = await cookieOf(member.id);
  for (const path of [
    "/es/login",
    "/en",
    "/en/products/kettle",
    "/en/account",
    "/es/home",
    "/en/storefront/today",
    "/ar/nowhere",
    "/api/login",
    "/api/storefront/today",
    "/api/account",
    "/_next/login",
    "/_next/storefront/today",
    "/en/prerendered/login",
    "/api/prerendered/login",
    "/_next/prerendered/login",
    "/_next/prerendered/register/today",
  ]) {
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      expect(answer.status(), `${path} ${JSON.stringify(Object.keys(headers))}`).toBe(404);
    }
  }
});

test("a static page is never shown in another language, and its Vary header says what it depends on", async ({
  member,
}) => {
  const cookie = await cookieOf(member.id);
  const order: Locale[] = ["en", "es", "ar", "en", "ar", "es", "en"];
  for (const path of ["/home", "/login", "/account/language"]) {
    for (const locale of order) {
      for (const headers of [
        { "accept-language": locale },
        { "accept-language": "fr", cookie: `${languageCookie}=${locale}` },
      ]) {
        const session = path === "/login" ? [] : [cookie];
        const cookies = [...session, ...("cookie" in headers ? [headers.cookie] : [])].join("; ");
        const { status, html, vary } = await read(path, { ...headers, cookie: cookies });
        expect(status).toBe(200);
        expect(languageIn(html), `${path} asked for in ${locale}`).toEqual({ lang: locale, dir: directionOf(locale) });
        expect(html).toContain(words[locale].shell.skip);
        for (const other of order.filter((each) => each !== locale))
          expect(html).not.toContain(words[other].shell.skip);
        expectVary(vary);
      }
    }
  }
});

test("a static page with a language in its address is in that language for everybody", async ({ member }) => {
  const cookie = await cookieOf(member.id);
  for (const [path, locale] of [
    ["/", "en"],
    ["/es", "es"],
    ["/ar", "ar"],
  ] as const) {
    for (const wish of ["en", "es", "ar"]) {
      const wishes: Record<string, string>[] = [
        { "accept-language": wish },
        { cookie: `${languageCookie}=${wish}` },
        { cookie },
      ];
      for (const headers of wishes) {
        const { status, html } = await read(path, { "sec-fetch-site": "same-origin", ...headers });
        expect(status).toBe(200);
        expect(languageIn(html), `${path} asked for in ${wish}`).toEqual({ lang: locale, dir: directionOf(locale) });
      }
    }
  }
});

test("prefetched data also says that it depends on the language", async ({ page }) => {
  const fetched = page.waitForResponse(
    (answer) => answer.url().startsWith(`${shop.url}/?`) && answer.request().headers().rsc === "1" && answer.ok(),
  );
  const [product] = await sql<{ slug: string }>(`SELECT "slug" FROM "Product" WHERE NOT "membersOnly" LIMIT 1`);
  await page.goto(`/products/${product?.slug}`);
  const vary = (await fetched).headers().vary ?? "";
  expectVary(vary);
  expect(vary).toContain("next-router-segment-prefetch");
});

function expectVary(vary: string): void {
  expect(vary).toMatch(/\baccept-language\b/i);
  expect(vary).toMatch(/\bcookie\b/i);
}

test.describe("in Arabic", () => {
  test.use({ locale: "ar" });
  const widths = [320, 1280];

  /** Reads from right to left, and nothing lies beside the page. */
  async function expectToFit(page: Page): Promise<void> {
    await expectLanguage(page, "ar");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const seen = await page.evaluate(() => ({
        direction: getComputedStyle(document.body).direction,
        beside: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect(seen.direction).toBe("rtl");
      expect(seen.beside, `${page.url()} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }

  test("public pages read from right to left and fit", async ({ page, member }) => {
    for (const path of ["/", "/login", "/login/recovery", "/register", "/nowhere"]) {
      await page.goto(path);
      if (path === "/nowhere") await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      else await expectToFit(page);
      if (path === "/" || path === "/login") await expectNoViolations(page);
    }
    await logInByNames(page, member.email);
    await expectToFit(page);
  });

  test("a member's pages read from right to left and fit", async ({ page, context, member }) => {
    await keepLocale(member.id, "ar");
    await logInDirectly(context, member.id);
    for (const path of ["/home", "/account", "/account/sessions", "/account/passkeys", "/account/language"]) {
      await page.goto(path);
      await expectToFit(page);
    }
    await expectNoViolations(page);
  });

  test("an admin's pages read from right to left and fit", async ({ page, context }) => {
    const { id } = await adminAtWork(page, context);
    await addUser({ ...newPerson(), email: `${"long".repeat(10)}.${newPerson().email}` });
    for (const path of ["/admin", "/admin/users", `/admin/users/${id}`, "/admin/audit"]) {
      await page.goto(path);
      await expectToFit(page);
    }
  });
});

async function cookieOf(userId: string): Promise<string> {
  const token = { sub: userId, sid: await addSession(userId), role: "CUSTOMER", checkedAt: Date.now() };
  const salt = "shop-session";
  return `${salt}=${await encode({ token, secret: shop.authSecret, salt, maxAge: 3_600 })}`;
}

/** A page as a program gets it, with no browser's headers and cookies of its own. */
async function read(path: string, headers: Record<string, string>) {
  const answer = await fetch(shop.url + path, { headers: { ...fromNewAddress(), ...headers }, redirect: "manual" });
  return { status: answer.status, html: await answer.text(), vary: answer.headers.get("vary") ?? "" };
}

function languageIn(html: string): { lang: string | undefined; dir: string | undefined } {
  const [tag = ""] = /<html[^>]*>/.exec(html) ?? [];
  return { lang: /lang="([^"]*)"/.exec(tag)?.[1], dir: /dir="([^"]*)"/.exec(tag)?.[1] };
}
