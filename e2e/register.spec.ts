import { addUser, ageChallenges, countSessions, countUsers, sql } from "./database";
import { enterCode, expect, newPerson, test, wrongCode } from "./fixtures";
import { inbox } from "./running-shop";

test("a visitor registers with a code from the inbox and sees the premium home", { tag: "@quick" }, async ({
  page,
  person,
}) => {
  await page.goto("/register");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email.toUpperCase());
  await page.getByLabel("Phone number").fill("(415) 555-2671");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  expect(page.url()).not.toContain(person.username);
  expect(await countUsers(person.email)).toBe(0);

  const code = await inbox.latestCode(person.email);
  await enterCode(page, `${code.slice(0, 3)} ${code.slice(3)}`);
  await page.waitForURL("**/home");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Please log in to continue.")).toHaveCount(0);

  const [user] = await sql(
    `SELECT "phone", "role", "emailVerified" IS NOT NULL AS proven FROM "User" WHERE "email" = $1`,
    [person.email],
  );
  expect(user).toEqual({ phone: "+14155552671", role: "CUSTOMER", proven: true });
  const welcome = await inbox.waitForMessage({ to: person.email, subject: "Welcome" });
  expect(welcome.text).toContain(person.username);
});

test("a wrong code makes no account and no session", async ({ page, person }) => {
  await fillRegistration(page, person);
  await enterCode(page, wrongCode(await inbox.latestCode(person.email)));
  await expect(page.getByRole("alert").getByText("That code is wrong or has expired.")).toBeVisible();
  expect(await countUsers(person.email)).toBe(0);
});

test("invalid fields get a sentence beside them, and nothing typed is lost", async ({ page }) => {
  await page.goto("/register");
  await page.getByLabel("Username").fill("1x");
  await page.getByLabel("Email").fill("ana@");
  await page.getByLabel("Phone number").fill("12");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Use 3 to 30 letters")).toBeVisible();
  await expect(page.getByText("This does not look like an email address.")).toBeVisible();
  await expect(page.getByText("This does not look like a phone number.")).toBeVisible();
  await expect(page.getByLabel("Username")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Username")).toHaveValue("1x");
  await expect(page.getByLabel("Email")).toHaveValue("ana@");
  await expect(page.getByLabel("Phone number")).toHaveValue("12");
});

test("a taken username is reported beside the field, in any letter case", async ({ page, person }) => {
  const owner = newPerson();
  await addUser(owner);
  await page.goto("/register");
  await page.getByLabel("Username").fill(owner.username.toUpperCase());
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("This username is already taken.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
});

test("registering an address that has an account logs its owner in and says so (R15)", async ({ page, member }) => {
  await fillRegistration(page, { ...newPerson(), email: member.email });
  await enterCode(page, await inbox.latestCode(member.email));
  await expect(page.getByText("You already had an account with this email")).toBeVisible();
  await expect(page.getByRole("heading", { name: `Hello, ${member.username}` })).toBeVisible();
  expect(await countUsers(member.email)).toBe(1);
});

test("a visitor whose username was taken meanwhile can choose another on the spot", async ({ page, person }) => {
  await fillRegistration(page, person);
  await addUser({ ...newPerson(), username: person.username });
  await enterCode(page, await inbox.latestCode(person.email));
  await expect(page.getByRole("heading", { name: "One thing to change" })).toBeVisible();
  expect(await countSessions(person.email)).toBe(0);

  await page.getByLabel("Username").fill(`${person.username}-2`);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/home");
  expect(await countUsers(person.email)).toBe(1);
});

async function fillRegistration(page: import("@playwright/test").Page, person: ReturnType<typeof newPerson>) {
  await page.goto("/register");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(person.email, 2);
}
