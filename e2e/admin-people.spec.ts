import type { Page } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { addSession, addUser, countSessions, countUsers, type Person, sql } from "./database";
import { expect, logInByForm, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox, shop } from "./running-shop";

async function fillProfile(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
}

const errorOf = (page: Page, name: string) => page.locator(`[id="${name}-error"]`);

test("an admin edits a user: errors are shown at their fields, typed text stays, and both addresses get an email", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  await addSession(member.id);
  const other = newPerson();
  await addUser(other);
  await page.goto(`/admin/users/${member.id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByRole("heading", { name: `Edit ${member.username}` })).toBeVisible();
  const save = page.getByRole("button", { name: "Save" });
  await untilScriptsListen(save);
  const wanted = newPerson();
  await fillProfile(page, { ...wanted, username: "x", email: "nobody" });
  await save.click();
  await expect(errorOf(page, "username")).toContainText("Use 3 to 30 letters");
  await expect(errorOf(page, "email")).toContainText("This does not look like an email address.");
  await expect(page.getByLabel("Username")).toHaveValue("x");

  await fillProfile(page, { ...wanted, username: other.username.toUpperCase() });
  await save.click();
  await expect(errorOf(page, "username")).toContainText("This username is already taken.");
  await expect(page.getByLabel("Email")).toHaveValue(wanted.email);
  await fillProfile(page, { ...wanted, email: other.email });
  await save.click();
  await expect(errorOf(page, "email")).toContainText("Another user has this email address.");
  await expect(page.getByRole("alert").getByRole("link", { name: other.username })).toBeVisible();
  expect(await countSessions(member.email)).toBe(1);

  await fillProfile(page, wanted);
  await save.click();
  await expect(page.getByText("Emails to the old and the new address are on their way.")).toBeVisible();
  await expect(page.getByRole("heading", { name: wanted.username })).toBeVisible();
  await expect(page.getByText(`${wanted.email} (not verified)`)).toBeVisible();
  expect(await countSessions(wanted.email)).toBe(0);
  await inbox.waitForMessage({ to: member.email, subject: "account was changed" });
  await inbox.waitForMessage({ to: wanted.email, subject: "This is now the address" });

  await page.getByRole("link", { name: "Edit" }).click();
  await save.click();
  await expect(page.getByText("these are the current values")).toBeVisible();
});

test("an edit is made although its email is refused, and the dashboard shows which email was not sent", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  // 400 speaks of this mail alone; any other fault would tell all visitors of this run that mails are late.
  const { id } = await inbox.addFault({ match: { to: member.email, path: "/mail/send$" }, action: { status: 400 } });
  await page.goto(`/admin/users/${member.id}/edit`);
  await untilScriptsListen(page.getByLabel("Email"));
  const { email } = newPerson();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Profile changed.")).toBeVisible();
  const refused = page.getByText("Email changed by staff, to the old address: refused by SendGrid");
  await expect(async () => {
    await page.reload();
    await expect(refused).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await inbox.clearFaults(id);
  await page.goto("/admin");
  await expect(refused.first()).toBeVisible();
  expect(await countUsers(email)).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin who has confirmed before edits a user, and keeps what was typed", async ({
    page,
    context,
    member,
  }) => {
    const id = await addUser(newPerson(), "ADMIN");
    await logInDirectly(context, id, { role: "ADMIN" });
    await sql(
      `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
      [id],
    );
    await page.goto(`/admin/users/${member.id}/edit`);
    const wanted = newPerson();
    await page.getByLabel("Username").fill(wanted.username);
    await page.getByLabel("Phone number").fill("12");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(errorOf(page, "phone")).toContainText("This does not look like a phone number.");
    await expect(page.getByLabel("Username")).toHaveValue(wanted.username);
    await page.getByLabel("Phone number").fill("+44 20 7946 0018");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Profile changed.")).toBeVisible();
    await expect(page.getByText("+442079460018")).toBeVisible();
  });
});

test("an admin adds a user, who follows the invitation and logs in with a code", async ({
  page,
  context,
  browser,
  person,
}) => {
  await adminAtWork(page, context);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Add a user" }).click();
  const send = page.getByRole("button", { name: "Add and invite" });
  await untilScriptsListen(send);
  await fillProfile(page, person);
  await send.click();
  await expect(page.getByText("Account created. The invitation is on its way.")).toBeVisible();
  await expect(page.getByText("Invited, never logged in")).toBeVisible();
  const account = page.url();

  const mail = await inbox.waitForMessage({ to: person.email, subject: "created an account for you" });
  const link = /href="([^"]+)"/.exec(mail.html ?? "")?.[1] ?? "";
  expect(link).toBe(`${shop.url}/login`);
  const invited = await browser.newContext();
  const theirs = await invited.newPage();
  await logInByForm(theirs, person.email, new URL(link).pathname);
  await expect(theirs).toHaveURL(/\/home$/);
  await inbox.waitForMessage({ to: person.email, subject: "Welcome" });
  expect(await inbox.messages({ to: person.email, subject: "New login" })).toEqual([]);
  await invited.close();

  await page.goto(account);
  await expect(page.getByRole("heading", { name: person.username })).toBeVisible();
  await expect(page.getByText("Invited, never logged in")).toHaveCount(0);
  await expect(page.getByText("(not verified)")).toHaveCount(1);
});

test("an invitation is sent again, and one that SendGrid refused is shown to staff", async ({
  page,
  context,
  member,
  person,
}) => {
  await adminAtWork(page, context);
  await page.goto("/admin/users/new");
  const send = page.getByRole("button", { name: "Add and invite" });
  await untilScriptsListen(send);
  await fillProfile(page, { ...person, email: member.email });
  await send.click();
  await expect(errorOf(page, "email")).toContainText("Another user has this email address.");
  await expect(page.getByRole("alert").getByRole("link", { name: member.username })).toHaveAttribute(
    "href",
    `/admin/users/${member.id}`,
  );

  const { id } = await inbox.addFault({ match: { to: person.email, path: "/mail/send$" }, action: { status: 400 } });
  await page.getByLabel("Email").fill(person.email);
  await send.click();
  await expect(page.getByText("Invited, never logged in")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Invitation: refused by SendGrid")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await inbox.clearFaults(id);
  await page.getByRole("link", { name: "Send the invitation again" }).click();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way again.")).toBeVisible();
  await inbox.waitForMessage({ to: person.email, subject: "created an account for you" });
});

test("an admin deletes a user by typing the username; the user's pages are gone, and the audit trail stays readable", async ({
  page,
  context,
  member,
  browser,
}) => {
  const { username } = await adminAtWork(page, context);
  const shopping = await browser.newContext();
  const theirs = await shopping.newPage();
  await logInByForm(theirs, member.email);
  await page.goto(`/admin/users/${member.id}`);
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("Deleted permanently: profile, sessions, passkeys")).toBeVisible();
  const remove = page.getByRole("button", { name: "Delete the account" });
  await untilScriptsListen(remove);
  await page.getByLabel("Username").fill(username);
  await remove.click();
  await expect(errorOf(page, "username")).toContainText("That is not the username of this account.");
  expect(await countUsers(member.email)).toBe(1);
  await page.getByLabel("Username").fill(member.username);
  await remove.click();
  await expect(page.getByText("User deleted. An email to the user is on its way.")).toBeVisible();
  expect(await countUsers(member.email)).toBe(0);
  expect((await page.request.get(`/admin/users/${member.id}`)).status()).toBe(404);

  await theirs.goto("/account");
  await theirs.waitForURL("**/login?*");
  await shopping.close();
  await page.goto(`/admin/audit?subject=${member.id}`);
  const row = page.getByRole("row").filter({ hasText: "Account deleted by an admin" });
  await expect(row).toContainText(`…${member.id.slice(-8)} deleted`);
  await expect(row).toContainText(username);
  await expect(page.getByRole("row").filter({ hasText: "Logged in" })).toBeVisible();
});
