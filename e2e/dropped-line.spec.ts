import { addUser, sql } from "./database";
import { askForCode, expect, logInDirectly, newPerson, test } from "./fixtures";

test.describe("a form whose connection drops", () => {
  test.use({ expectedConsoleError: /Failed to fetch/ });

  test("shows a network error, and not that the shop failed or that nothing was done", async ({ page, member }) => {
    await page.goto("/login");
    await page.getByLabel("Email").fill(member.email);
    await page.route("**/login", (route) => route.abort("internetdisconnected"));
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByRole("heading", { name: "The shop could not be reached." })).toBeVisible();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByLabel("Email")).toBeVisible();
  });
});

test("the code page and the typed text stay when the connection is down during a check for late codes", async ({
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

test("a page from the browser's cache shows no member after a logout", async ({ page, context, member }) => {
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

test("a cached page of one member is not shown to another who logged in later", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await expect(page.locator("[data-account-menu=ready]")).toContainText(member.username);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  const other = newPerson();
  await context.clearCookies();
  await logInDirectly(context, await addUser(other));
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!document.documentElement.hasAttribute("data-left")) sessionStorage.setItem("wasShown", "yes");
    }).observe(document.documentElement, { attributeFilter: ["data-left"] });
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.getByRole("main")).toContainText(other.email);
  await expect(page.getByRole("main")).not.toContainText(member.email);
  expect(await page.evaluate(() => sessionStorage.getItem("wasShown"))).toBeNull();
});

test("for a token that a re-authentication has just replaced, the shop says that it does not know who is logged in", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  const rotate = `UPDATE "Session" SET "previousToken" = "sessionToken", "sessionToken" = "id"::text, "rotatedAt" = now()
    WHERE "userId" = $1`;
  await sql(rotate, [member.id]);
  const during = await page.request.get("/api/me");
  expect([during.status(), await during.json()]).toEqual([503, { user: null }]);
  await sql(`UPDATE "Session" SET "rotatedAt" = now() - interval '2 minutes' WHERE "userId" = $1`, [member.id]);
  const after = await page.request.get("/api/me");
  expect([after.status(), await after.json()]).toEqual([200, { user: null }]);
});
