import { expect, test, untilScriptsListen } from "./fixtures";

test.use({ expectedConsoleError: /Server Action|Minified React error/ });

test("a page from before an update says so when its form is sent, and loads anew", async ({ page, person }) => {
  await page.goto("/login");
  await page.route("**/login", async (route) => {
    const headers = await route.request().allHeaders();
    if ("next-action" in headers) headers["next-action"] = "0".repeat(42);
    await route.continue({ headers });
  });
  await untilScriptsListen(page.getByLabel("Email"));
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("heading", { name: "This page is from before an update." })).toBeVisible();
  await page.getByRole("button", { name: "Load it again" }).click();
  await expect(page.getByLabel("Email")).toBeVisible();
});
