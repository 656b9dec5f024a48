import type { Page } from "@playwright/test";
import { sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, logInByForm, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { plugInAuthenticator } from "./virtual-authenticator";

const offer = (page: Page) => page.getByRole("region", { name: "Passkey" });
const isCapable = (page: Page) =>
  page.evaluate(() => PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

/** Until the header knows who is here, and what came with the answer had time to show. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator("[data-account-menu=ready]")).toBeVisible();
  await page.waitForLoadState("networkidle");
}

// Routing switches the cache off. From the cache Chromium shows stale answers and refreshes them unseen, and the network
// does not count as idle until it gives up after half a minute.
test.beforeEach(({ page }) => page.route(/_rsc=/, (route) => route.continue()));

test("after a login by code a capable device is offered a passkey, without moving the page or taking the focus", async ({
  page,
  context,
  member,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        Object.assign(window, { shifts: (window as unknown as { shifts: number }).shifts + entry.value });
    }).observe({ type: "layout-shift", buffered: true });
  });
  // A font that comes late moves the page too, and it is the offer that must not.
  await page.route(/\.woff2/, (route) => route.abort());
  await plugInAuthenticator(context, page);
  await logInDirectly(context, member.id);
  await page.goto("/home");
  expect(await isCapable(page)).toBe(true);
  await expect(offer(page)).toBeVisible();
  await expect(page.getByRole("status").filter({ has: offer(page) })).toHaveCount(1);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await expect(page.locator("[data-passkey-offer=shown]")).toBeVisible();
  await expectNoViolations(page);
});

test("'Not now', pressed by keyboard, is remembered after the next login, and moves the focus to the member's name", async ({
  page,
  context,
  member,
}) => {
  await plugInAuthenticator(context, page);
  await logInByForm(page, member.email);
  await expect(offer(page)).toBeVisible();
  await page.locator("[data-account-menu] a[href='/bag']").focus();
  await page.keyboard.press("Tab");
  await expect(offer(page).getByRole("link", { name: "Add a passkey" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(offer(page).getByRole("button", { name: "Not now" })).toBeFocused();
  const answered = page.waitForResponse("**/api/passkey-offer");
  await page.keyboard.press("Enter");
  expect((await answered).status()).toBe(204);
  await expect(offer(page)).toHaveCount(0);
  await expect(page.locator("[data-account-menu] summary")).toBeFocused();
  expect(
    await sql(`SELECT 1 FROM "User" WHERE "id" = $1 AND "passkeyOfferDeclinedAt" IS NOT NULL`, [member.id]),
  ).toHaveLength(1);

  await context.clearCookies();
  await logInDirectly(context, member.id);
  await page.goto("/home");
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
});

test("the passkey offer leads to the page of passkeys, and is shown neither there nor later", async ({
  page,
  context,
  member,
}) => {
  await plugInAuthenticator(context, page);
  await logInDirectly(context, member.id);
  await page.goto("/home");
  await expect(page.locator("[data-passkey-offer=shown]")).toBeVisible();
  await offer(page).getByRole("link", { name: "Add a passkey" }).click();
  await page.waitForURL("**/account/passkeys");
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Details", exact: true }).click();
  await page.waitForURL("**/account");
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
  await page.goto("/account/passkeys");
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
});

test("a shopper who accepts the passkey offer needs one code in all, and only a fingerprint later", async ({
  page,
  context,
  member,
}) => {
  await plugInAuthenticator(context, page);
  await logInByForm(page, member.email);
  await expect(page.locator("[data-passkey-offer=shown]")).toBeVisible();
  await offer(page).getByRole("link", { name: "Add a passkey" }).click();
  await page.waitForURL("**/account/passkeys");
  const add = page.getByRole("button", { name: "Add a passkey" });
  await untilScriptsListen(add);
  await expect(page.getByText("We first send a code to your email")).toHaveCount(0);
  await page.getByLabel("Name of the passkey").fill("My laptop");
  await add.click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  expect(await sql(`SELECT "purpose" FROM "Challenge" WHERE "address" = $1`, [member.email])).toEqual([
    { purpose: "LOGIN" },
  ]);

  await context.clearCookies();
  await page.goto("/login");
  await page.waitForURL("**/home");
});

test("the passkey offer is not made to members with a passkey, to devices without support, or to visitors", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  await page.goto("/home");
  expect(await (await page.request.get("/api/me")).json()).toMatchObject({ isPasskeyOffered: true });
  expect(await isCapable(page)).toBe(false);
  await settle(page);
  await expect(offer(page)).toHaveCount(0);

  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(member.id);
  await page.reload();
  await settle(page);
  await expect(offer(page)).toHaveCount(0);
  expect(await (await page.request.get("/api/me")).json()).not.toHaveProperty("isPasskeyOffered");

  await context.clearCookies();
  expect((await page.request.post("/api/passkey-offer")).status()).toBe(401);
});

test("another site cannot decline the passkey offer for a member", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  const answer = await page.request.post("/api/passkey-offer", { headers: { "Sec-Fetch-Site": "cross-site" } });
  expect(answer.status()).toBe(403);
  expect(await (await page.request.get("/api/me")).json()).toMatchObject({ isPasskeyOffered: true });
});
