import { countSessions } from "./database";
import { expect, logInByForm, logInDirectly, test } from "./fixtures";

const dataPages = ["/account", "/admin/users"];

test("logout ends the session permanently: the old cookie, replayed, gives no access (R29)", async ({
  page,
  context,
  member,
}) => {
  await logInByForm(page, member.email, "/login?next=/account");
  const stolen = await context.cookies();
  await page.getByRole("main").getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are logged out.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain("shop-session");

  await context.addCookies(stolen);
  for (const path of dataPages) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/login/);
  }
  expect(await (await page.request.get("/api/me")).json()).toEqual({ user: null });
});

test("a logout hides personal data in the browser's other tabs at once", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  const [account, storefront, login] = [page, await context.newPage(), await context.newPage()];
  await account.goto("/account");
  await storefront.goto("/");
  await expect(storefront.getByText(member.username)).toBeVisible();
  await login.goto("/home");
  await login.getByText(member.username).click();
  await login.getByRole("button", { name: "Log out" }).click();
  await expect(login.getByText("You are logged out.")).toBeVisible();
  await account.waitForURL("**/login?next=**");
  await expect(storefront.getByRole("link", { name: "Log in" }).first()).toBeVisible();
  await expect(storefront.getByText(member.username)).toHaveCount(0);
});

test("a GET of /logout shows a button and changes nothing (R38)", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/logout");
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
  expect(await countSessions(member.email)).toBe(1);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.waitForURL("**/login**");
  expect(await countSessions(member.email)).toBe(0);
});

test("another site cannot log a member out (R38)", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  const foreign: [string, string][] = [
    ["sec-fetch-site", "cross-site"],
    ["origin", "https://evil.example"],
    ["origin", "null"],
  ];
  for (const [header, value] of foreign) {
    const answer = await page.request.post("/logout", { headers: { [header]: value }, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
  expect(await countSessions(member.email)).toBe(1);
});

test("the header's menu shows who is logged in, and logs out", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/");
  const menu = page.getByRole("banner");
  await menu.getByText(member.username).click();
  await menu.getByRole("button", { name: "Log out" }).click();
  await page.waitForURL("**/login**");
  await page.goto("/");
  await expect(menu.getByRole("link", { name: "Log in" })).toBeVisible();
});
