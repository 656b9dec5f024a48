import { ageChallenges, countUsers } from "./database";
import { expect, test, wrongCode } from "./fixtures";
import { inbox } from "./running-shop";

test.use({ javaScriptEnabled: false });

test("without JavaScript a visitor registers, mistypes the code, asks again, logs in, and logs out (R45)", {
  tag: "@quick",
}, async ({ page, person }) => {
  await page.goto("/register");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill("ana@");
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("This does not look like an email address.")).toBeVisible();
  await expect(page.getByLabel("Username")).toHaveValue(person.username);
  await expect(page.getByLabel("Phone number")).toHaveValue(person.phone);

  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  const code = await inbox.latestCode(person.email);
  await page.getByLabel("One-time code").fill(wrongCode(code));
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();

  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText("Please wait a little before asking for another message.")).toBeVisible();
  await ageChallenges(person.email, 31);
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText("We are sending the code again.")).toBeVisible();

  await page.getByLabel("One-time code").fill(`${code.slice(0, 3)}-${code.slice(3)}`);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL("**/home");
  expect(await countUsers(person.email)).toBe(1);

  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "My account" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${person.username}` })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are logged out.")).toBeVisible();
});
