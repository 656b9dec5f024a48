import type { Page } from "@playwright/test";
import { addUser } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";

test.beforeEach(async ({ context }) => {
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
});

/** Holds back every page that is fetched by script, until the function that it gives is called. */
async function holdPages(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/[?&]_rsc=/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const bar = (page: Page) => page.locator("[data-pending]");
const said = (page: Page) => page.getByRole("status").filter({ hasText: "Loading the page." });

async function expectUnderWay(page: Page) {
  await expect(bar(page)).toHaveAttribute("data-pending", "true");
  await expect(bar(page)).toHaveCSS("opacity", "1");
  await expect(said(page)).toHaveCount(1);
}

async function expectDone(page: Page) {
  await expect(bar(page)).toHaveCSS("opacity", "0");
  await expect(said(page)).toHaveCount(0);
}

test("a slow search says that it is loading, keeps the old results meanwhile, and then restores the focus", async ({
  page,
}) => {
  const { username } = newPerson();
  await addUser({ username, email: `${username}@example.com`, phone: "+14155552671" });
  await page.goto("/admin/users");
  const field = page.getByLabel("Search");
  await untilScriptsListen(field);
  const release = await holdPages(page);
  await field.fill(username);
  await field.press("Enter");
  await expectUnderWay(page);
  const button = page.getByRole("search").getByRole("button", { name: "Search" });
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("table")).toBeVisible();
  release();
  await expect(page).toHaveURL(new RegExp(`[?&]q=${username}(&|$)`));
  await expect(page.getByRole("row")).toHaveCount(2);
  await expectDone(page);
  await expect(button).toHaveAttribute("aria-busy", "false");
  await expect(page.getByLabel("Search")).toBeFocused();
});

test("a slow filter of the audit trail says that it is loading", async ({ page }) => {
  await page.goto("/admin/audit");
  await untilScriptsListen(page.getByLabel("Subject"));
  const release = await holdPages(page);
  await page.getByLabel("Until (UTC)").fill("2020-01-01T00:00");
  await page.getByRole("button", { name: "Filter" }).click();
  await expectUnderWay(page);
  release();
  await expect(page.getByText("No matching events")).toBeVisible();
  await expectDone(page);
  await expect(page.getByRole("button", { name: "Filter" })).toBeFocused();
});

for (const [from, name, to] of [
  ["/admin", "90 days", "/admin?days=90"],
  ["/admin", "Rate limits", "/admin/limits"],
  ["/admin/users?q=nobody-has-this-name", "Show all users", "/admin/users"],
] as const) {
  test(`the link "${name}" says that its page is loading`, async ({ page }) => {
    await page.goto(from);
    const link = page.getByRole("main").getByRole("link", { name }).first();
    await untilScriptsListen(link);
    const release = await holdPages(page);
    await link.click();
    await expectUnderWay(page);
    release();
    await expect(page).toHaveURL(to);
    await expectDone(page);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search and its filters use the same URL", async ({ page }) => {
    const { username } = newPerson();
    await addUser({ username, email: `${username}@example.com`, phone: "+14155552671" });
    await page.goto("/admin/users");
    await page.getByLabel("Search").fill(username);
    await page.getByRole("search").getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(new RegExp(`[?&]q=${username}(&|$)`));
    await expect(page.getByRole("row")).toHaveCount(2);
    await expect(bar(page)).toHaveCSS("opacity", "0");
  });
});
