import type { Page } from "@playwright/test";
import { addGuestBag, addProduct, ageChallenges, readMemberBag, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { askForCode, enterCode, expect, fromNewAddress, logInByForm, logInDirectly, test } from "./fixtures";
import { inbox, shop } from "./running-shop";

const count = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Bag/ });

const made: string[] = [];

/** Of its own, so that no other test sees its stock or price change. Gives the slug. */
async function addShown(stock: number | null = null): Promise<string> {
  const { slug } = await addProduct({ isHidden: false, stock });
  made.push(slug);
  return slug;
}

test.afterAll(async () => {
  await sql(`DELETE FROM "Product" WHERE "slug" = ANY($1)`, [made]);
});

/** The name of its test product. */
const nameOf = (slug: string) => slug.replace("jug-", "Jug ");

async function addToBag(page: Page, slug: string, quantity: number) {
  await page.goto(`/products/${slug}`);
  await page.getByLabel("Quantity").fill(String(quantity));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByText("Added to your bag.")).toBeVisible();
}

const change = (slug: string, columns: string) => sql(`UPDATE "Product" SET ${columns} WHERE "slug" = $1`, [slug]);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a guest reaches the way to order in three presses from the storefront, changes a quantity and removes it", async ({
      page,
    }) => {
      await page.goto("/");
      await page.locator('a[href="/products/blue-rim-kettle"]').click();
      await page.waitForURL("**/products/blue-rim-kettle");
      await page.getByRole("button", { name: "Add to bag" }).click();
      await expect(page.getByText("Added to your bag.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Log in to check out" })).toHaveAttribute("href", "/login?next=/bag");

      await page.getByLabel("Quantity").fill("3");
      await page.getByRole("button", { name: "Update" }).click();
      await expect(page.getByText("Quantity changed.")).toBeVisible();
      await expect(page.getByText("3 pieces.")).toBeVisible();
      await page.getByRole("button", { name: "Remove" }).click();
      await expect(page.getByText("Removed from your bag.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Your bag is empty." })).toBeVisible();
      await page.getByRole("link", { name: "See the range" }).click();
      await page.waitForURL(/\/#range$/);
    });

    test("a guest fills a bag, logs in, and finds it at member prices in the account", async ({
      page,
      context,
      member,
    }) => {
      const slug = await addShown();
      await addToBag(page, slug, 2);
      await expect(page.getByText("€10 less with an account")).toBeVisible();
      await page.getByRole("link", { name: "Log in to check out" }).click();
      await page.waitForURL("**/login?next=/bag");
      await page.getByLabel("Email").fill(member.email);
      await page.getByRole("button", { name: "Send code" }).click();
      await page.waitForURL("**/otp/*");
      await ageChallenges(member.email, 2);
      await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Verify" }).click();
      await page.waitForURL("**/bag");
      await expect(page.getByText("€10 less as a member")).toBeVisible();
      await expect(page.getByRole("link", { name: "Check out" })).toHaveAttribute("href", "/checkout");
      expect(await readMemberBag(member.email)).toEqual({ [slug]: 2 });
      expect((await context.cookies()).map(({ name }) => name)).not.toContain("shop-bag");
    });
  });
}

test("a registration takes the guest's bag along", async ({ page, context, person }) => {
  const slug = await addShown();
  await addToBag(page, slug, 3);
  await page.getByRole("main").getByRole("link", { name: "Create account" }).click();
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(person.email, 2);
  await enterCode(page, await inbox.latestCode(person.email));
  await page.waitForURL("**/bag");
  await expect(page.getByRole("link", { name: nameOf(slug) })).toBeVisible();
  expect(await readMemberBag(person.email)).toEqual({ [slug]: 3 });
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("shop-bag");
});

test("the header counts the pieces on static pages, and only a browser with a bag asks the database", async ({
  page,
}) => {
  await page.goto("/");
  await expect(count(page)).toHaveText("Bag");
  expect(await (await page.request.get("/api/me")).json()).toEqual({ user: null });
  await addToBag(page, await addShown(), 4);
  await page.goto("/");
  await expect(count(page)).toHaveText("Bag4");
  const html = await (await page.request.get("/")).text();
  expect(html).not.toContain("Bag4");
});

test("logging out leaves nothing of the bag in the browser, in no tab and behind no Back button", async ({
  page,
  context,
  member,
}) => {
  const slug = await addShown();
  await addToBag(page, slug, 2);
  await logInByForm(page, member.email, "/login?next=/bag");
  const other = await context.newPage();
  await other.goto("/");
  await expect(count(other)).toHaveText("Bag2");

  await page.bringToFront();
  await page.getByRole("banner").getByText(member.username).click();
  await page.getByRole("banner").getByRole("button", { name: "Log out" }).click();
  await page.waitForURL("**/login**");
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("shop-bag");
  await expect(count(other)).toHaveText("Bag");
  for (let back = 0; back < 3; back++) {
    await page.goBack();
    await expect(page.getByRole("link", { name: nameOf(slug) })).toHaveCount(0);
  }
  await page.goto("/bag");
  await expect(page.getByRole("heading", { name: "Your bag is empty." })).toBeVisible();
  expect(await readMemberBag(member.email)).toEqual({ [slug]: 2 });
});

test("what another tab added during the login is in the account once the next page has loaded", async ({
  page,
  context,
  member,
}) => {
  const slug = await addShown();
  const [name = "", value = ""] = (await addGuestBag(slug)).split("=");
  await logInDirectly(context, member.id);
  await context.addCookies([{ name, value, url: shop.url, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/");
  await expect(count(page)).toHaveText("Bag2");
  expect(await readMemberBag(member.email)).toEqual({ [slug]: 2 });
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain("shop-bag");
});

test("the members' page takes an order of several pieces at once", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/home");
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByText("Nothing was added. Choose how many you want")).toBeVisible();
  await page.goto("/home");
  const inputs = page.getByRole("spinbutton");
  const names = [await inputs.nth(0).getAttribute("name"), await inputs.nth(3).getAttribute("name")];
  await inputs.nth(0).fill("2");
  await inputs.nth(3).fill("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Added to your bag.")).toBeVisible();
  expect(await readMemberBag(member.email)).toEqual({ [names[0] ?? ""]: 2, [names[1] ?? ""]: 1 });
});

test("a sold-out, a hidden and a dearer product have their sentence, and are not silently ordered", async ({
  page,
}) => {
  const [soldOut, gone, dearer, few] = [await addShown(), await addShown(), await addShown(), await addShown(9)];
  for (const slug of [soldOut, gone, dearer, few]) await addToBag(page, slug, 4);
  await change(soldOut, `"stock" = 0`);
  await change(gone, `"hiddenAt" = now()`);
  await change(dearer, `"priceCents" = 6000`);
  await change(few, `"stock" = 2`);
  await page.goto("/bag");
  await expect(page.getByText("Sold out. We keep it in your bag")).toBeVisible();
  await expect(page.getByText("No longer for sale.")).toBeVisible();
  await expect(page.getByText("The price has changed from €20 to €60")).toBeVisible();
  await expect(page.getByText("Only 2 are left, so your order would have 2 of 4.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Total" }).getByText("€280", { exact: true })).toBeVisible();
  await page.goto(`/products/${soldOut}`);
  await expect(page.getByText("Sold out")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add to bag" })).toHaveCount(0);
  expect((await page.request.get(`/products/${gone}`)).status()).toBe(404);
});

test("another site can put nothing in a bag, and one source cannot fill the table", async ({ page, playwright }) => {
  const form = { "blue-rim-kettle": "1" };
  const foreign = await page.request.post("/bag/add", { form, headers: { "sec-fetch-site": "cross-site" } });
  expect(foreign.status()).toBe(403);
  const headers = fromNewAddress();
  let location = "";
  for (let guest = 0; guest <= 60; guest++) {
    const stranger = await playwright.request.newContext({ baseURL: shop.url, extraHTTPHeaders: headers });
    const answer = await stranger.post("/bag/add", { form, maxRedirects: 0 });
    location = answer.headers().location ?? "";
    if (guest < 60) expect(location).toBe("/bag?notice=ADDED");
    await stranger.dispose();
  }
  expect(location).toMatch(/^\/too-many-requests\?/);
});

for (const locale of ["en", "es", "ar"]) {
  test(`the bag is accessible on a small phone in dark (${locale})`, async ({ browser, member }) => {
    const soldOut = await addShown(3);
    const context = await browser.newContext({
      baseURL: shop.url,
      locale,
      viewport: { width: 320, height: 640 },
      colorScheme: "dark",
      extraHTTPHeaders: fromNewAddress(),
    });
    const page = await context.newPage();
    for (const slug of [soldOut, "blue-rim-kettle"]) {
      await page.goto(locale === "en" ? `/products/${slug}` : `/${locale}/products/${slug}`);
      await page.locator("form[action='/bag/add'] button").click();
      await page.waitForURL("**/bag?notice=ADDED");
    }
    await change(soldOut, `"stock" = 0`);
    await page.reload();
    await expectFits(page);
    await logInDirectly(context, member.id);
    await page.goto("/bag");
    await expectFits(page);
    await context.close();
  });
}

async function expectFits(page: Page) {
  await expectNoViolations(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test("a code that expires leaves the guest's bag, and the next one takes it along", async ({ page, member }) => {
  const slug = await addShown();
  await addToBag(page, slug, 2);
  await askForCode(page, member.email, "/login?next=/bag");
  await ageChallenges(member.email, 601);
  await page.goto("/bag");
  await expect(page.getByRole("link", { name: nameOf(slug) })).toBeVisible();
  await logInByForm(page, member.email, "/login?next=/bag");
  await expect(page.getByRole("link", { name: nameOf(slug) })).toBeVisible();
  expect(await readMemberBag(member.email)).toEqual({ [slug]: 2 });
});
