import { askForCode, expect, logInDirectly, test } from "./fixtures";

test.describe("a form whose line drops", () => {
  test.use({ expectedConsoleError: /Failed to fetch/ });

  test("says so, and not that the shop failed or that nothing was done", async ({ page, member }) => {
    await page.goto("/login");
    await page.getByLabel("Email").fill(member.email);
    await page.route("**/login", (route) => route.abort("internetdisconnected"));
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByRole("heading", { name: "The shop could not be reached." })).toBeVisible();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Load it again" }).click();
    await expect(page.getByLabel("Email")).toBeVisible();
  });
});

test("the code page stays as it is, and what was typed, when the line is down as it looks for late codes", async ({
  page,
  context,
  member,
}) => {
  await page.clock.install();
  await askForCode(page, member.email);
  const code = page.getByLabel("One-time code");
  await code.fill("123");
  const looked = page.waitForEvent("requestfailed");
  await context.setOffline(true);
  await page.clock.runFor("00:08");
  await looked;
  await page.clock.runFor("00:08");
  await expect(code).toHaveValue("123");
  await context.setOffline(false);
});

test("a page that the browser kept names nobody after a logout", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/");
  const menu = page.locator("[data-account-menu=ready]");
  await expect(menu).toContainText(member.username);
  await context.clearCookies();
  // Playwright has Chromium keep no pages; this is what a page hears that was kept.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(menu.getByRole("link", { name: "Log in" })).toBeVisible();
  await expect(menu).not.toContainText(member.username);
  await expect(page.locator("html")).not.toHaveAttribute("data-member");
});
