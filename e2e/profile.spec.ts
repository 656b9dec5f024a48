import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  addRecoveryCodes,
  addSession,
  addUser,
  ageChallenges,
  countSessions,
  type Person,
  proveSessions,
  sql,
} from "./database";
import {
  enterCode,
  expect,
  fromNewAddress,
  logInByForm,
  logInDirectly,
  newPerson,
  test,
  untilScriptsListen,
} from "./fixtures";
import { inbox } from "./running-shop";
import { plugInAuthenticator } from "./virtual-authenticator";

/** A German mobile number of its own: each test has its own block, since blocks are counted. */
function newPhone(): string {
  return `+49151${String(randomInt(100_000_000)).padStart(8, "0")}`;
}

/** Types the code that went to `address`, and waits for the page that follows. */
async function confirm(page: Page, address: string, path: RegExp): Promise<void> {
  await page.waitForURL("**/otp/*");
  await ageChallenges(address, 2);
  await enterCode(page, await inbox.latestCode(address));
  await page.waitForURL(path);
}

/** The same without JavaScript. */
async function confirmPlainly(page: Page, address: string, path: RegExp): Promise<void> {
  await page.waitForURL("**/otp/*");
  await ageChallenges(address, 2);
  await page.getByLabel("One-time code").fill(await inbox.latestCode(address));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL(path);
}

async function linkOf(to: string, subject: string): Promise<string> {
  const mail = await inbox.waitForMessage({ to, subject });
  return /https?:\/\/\S+\/(?:undo-email|not-me)\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
}

async function readUser(id: string) {
  const [user] = await sql<{ email: string; username: string; phone: string; phoneVerified: Date | null }>(
    `SELECT "email", "username", "phone", "phoneVerified" FROM "User" WHERE "id" = $1`,
    [id],
  );
  return user;
}

test("a member changes the username, and the account shows what is verified", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await expect(page.getByText("Verified", { exact: true })).toHaveCount(1);
  await expect(page.getByText("Not verified", { exact: true })).toHaveCount(1);
  await page.getByRole("link", { name: "Change your username" }).click();
  await page.waitForURL("**/account/username");
  const taken = newPerson();
  await addUser(taken);
  const field = page.getByLabel("Username");
  await untilScriptsListen(field);
  await field.fill(taken.username.toUpperCase());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This username is already taken.")).toBeVisible();
  await expect(field).toHaveValue(taken.username.toUpperCase());
  const { username } = newPerson();
  await field.fill(username);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your username is changed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: `Hello, ${username}` })).toBeVisible();
  await inbox.waitForMessage({ to: member.email, subject: "Your username was changed" });

  await page.goto("/account/username");
  await untilScriptsListen(field);
  await field.fill(newPerson().username);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your username is changed.")).toBeVisible();
  await page.goto("/account/username");
  await expect(page.getByText("You can change it again from")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});

test("a member changes the email, reviews existing access, and both addresses get an email (R33)", async ({
  page,
  context,
  member,
}) => {
  await addSession(member.id);
  await addRecoveryCodes(member.id);
  await addStrangersPasskey(member.id);
  await sql(`UPDATE "User" SET "phone" = $2, "phoneVerified" = now() WHERE "id" = $1`, [member.id, newPhone()]);
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await page.getByRole("link", { name: "Change your email address" }).click();
  await page.waitForURL("**/account/email");
  await proveSessions(member.id, "change-email");
  await page.reload();
  const { email } = newPerson();
  const field = page.getByLabel("New email");
  await untilScriptsListen(field);
  await field.fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your new address" })).toBeVisible();
  await confirm(page, email, /\/account\/review\?notice=EMAIL_CHANGED$/);
  await expect(page.getByText("Your email address is changed, and we told both addresses.")).toBeVisible();
  expect(await countSessions(email)).toBe(2);
  await expect(page.getByText("A stranger's key")).toBeVisible();
  for (const [kind, link, path] of [
    ["Other sessions", "End sessions", "/account/sessions"],
    ["Passkeys", "Remove a passkey", "/account/passkeys"],
    ["Recovery codes", "Replace recovery codes", "/account/recovery-codes"],
    ["Phone number", "Change the number", "/account/phone"],
  ] as const) {
    await expect(page.getByRole("heading", { name: kind })).toBeVisible();
    await page.getByRole("link", { name: link }).click();
    await page.waitForURL(`**${path}`);
    await page.goBack();
  }
  await page.getByRole("link", { name: "Keep all" }).click();
  await page.waitForURL("**/account");
  await inbox.waitForMessage({ to: email, subject: "This is now your account's address" });
  expect(await linkOf(member.email, "Your email address was changed")).toContain("/undo-email/");
  await page.goto("/account");
  await expect(page.getByText(email)).toBeVisible();
});

async function addStrangersPasskey(userId: string): Promise<void> {
  await sql(
    `INSERT INTO "Authenticator" ("credentialID", "userId", "providerAccountId", "credentialPublicKey", "counter",
       "credentialDeviceType", "credentialBackedUp", "name")
     VALUES ('key of ' || $1, $1::uuid, 'x', 'x', 1, 'singleDevice', false, 'A stranger''s key')`,
    [userId],
  );
}

test("a new address that has an account looks like any other until its code is typed", async ({
  page,
  context,
  member,
}) => {
  const other = newPerson();
  await addUser(other);
  await logInDirectly(context, member.id);
  await page.goto("/account/email");
  await page.getByRole("button", { name: "Change email" }).click();
  await confirm(page, member.email, /\/account\/email$/);
  await untilScriptsListen(page.getByLabel("New email"));
  await page.getByLabel("New email").fill(other.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your new address" })).toBeVisible();
  await confirm(page, other.email, /\/account\/email\?notice=EMAIL_TAKEN$/);
  await expect(page.getByText("This address belongs to another account")).toBeVisible();
  expect((await readUser(member.id))?.email).toBe(member.email);
});

test("a thief with an open session can send no message and change nothing without the mailbox (R33)", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  for (const path of ["/account/email", "/account/phone"]) {
    await page.goto(path);
    await expect(page.locator("main input:not([type=hidden])")).toHaveCount(0);
  }
  await page.goto("/account/email");
  await page.getByRole("button", { name: "Change email" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await enterCode(page, "000000");
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
  await page.goto("/account/email");
  await expect(page.getByLabel("New email")).toHaveCount(0);
  expect(await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1 AND "purpose" <> 'STEP_UP'`, [member.id])).toEqual(
    [],
  );
});

test("the owner recovers a stolen account with the link in the old mailbox, and the thief is logged out after a second move (R33)", async ({
  page,
  context,
  browser,
  member,
}) => {
  // The thief had the mailbox for a moment.
  const thief = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  await logInDirectly(thief, member.id);
  const theirs = await thief.newPage();
  const [first, second] = [newPerson().email, newPerson().email];
  await moveByForm(theirs, member.email, first);
  await moveByForm(theirs, first, second);
  expect((await readUser(member.id))?.email).toBe(second);

  await page.goto(await linkOf(member.email, "Your email address was changed"));
  await page.reload();
  expect((await readUser(member.id))?.email).toBe(second);
  await page.getByRole("button", { name: "Undo the change" }).click();
  await expect(page.getByRole("heading", { name: "The change is undone" })).toBeVisible();
  expect((await readUser(member.id))?.email).toBe(member.email);
  await inbox.waitForMessage({ to: member.email, subject: "Your account has this address again" });
  await inbox.waitForMessage({ to: second, subject: "This address is no longer in use" });

  await theirs.goto("/account");
  await expect(theirs).toHaveURL(/\/login/);
  await theirs.goto(await linkOf(first, "Your email address was changed"));
  await expect(theirs.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await logInByForm(page, member.email);
  await page.goto("/account");
  await expect(page.getByText(member.email)).toBeVisible();
  expect(await context.cookies()).not.toEqual([]);
  await thief.close();
});

async function moveByForm(page: Page, from: string, to: string): Promise<void> {
  await page.goto("/account/email");
  await page.getByRole("button", { name: "Change email" }).click();
  await confirm(page, from, /\/account\/email$/);
  await untilScriptsListen(page.getByLabel("New email"));
  await page.getByLabel("New email").fill(to);
  await page.getByRole("button", { name: "Send code" }).click();
  await confirm(page, to, /notice=EMAIL_CHANGED$/);
}

test("a member verifies a phone by text, and the link in the email undoes it", async ({ page, context, member }) => {
  const phone = newPhone();
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await page.getByRole("link", { name: "Change your phone number" }).click();
  await page.getByRole("button", { name: "Verify or change number" }).click();
  await confirm(page, member.email, /\/account\/phone$/);
  const field = page.getByLabel("Phone number");
  await untilScriptsListen(field);
  await field.fill("12");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("This does not look like a phone number.")).toBeVisible();
  await field.fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your phone number" })).toBeVisible();
  await expect(page.getByText(phone)).toHaveCount(0);
  await ageChallenges(phone, 2);
  await enterCode(page, "000000");
  await expect(page.getByText("Check the newest message")).toBeVisible();
  await confirm(page, phone, /\/account\?notice=PHONE_CHANGED$/);
  await expect(page.getByText("Your phone number is verified.")).toBeVisible();
  await expect(page.getByText("Verified", { exact: true })).toHaveCount(2);

  await page.goto(await linkOf(member.email, "Your phone number was changed"));
  await page.getByRole("button", { name: "This was not me" }).click();
  await expect(page.getByRole("heading", { name: "That number is no longer verified" })).toBeVisible();
  expect(await readUser(member.id)).toMatchObject({ phone, phoneVerified: null });
  expect(await countSessions(member.email)).toBe(0);
});

test("a number that Twilio blocks gets an error at once", async ({ page, context, member }) => {
  const phone = newPhone();
  await inbox.addFault({ match: { path: "/Verifications$", to: phone }, action: { code: 60410 } });
  await logInDirectly(context, member.id);
  await page.goto("/account/phone");
  await page.getByRole("button", { name: "Verify or change number" }).click();
  await confirm(page, member.email, /\/account\/phone$/);
  await untilScriptsListen(page.getByLabel("Phone number"));
  await page.getByLabel("Phone number").fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  // A page that was shown before Twilio answered looks again seven seconds later.
  await expect(page.getByText("We cannot send a text to this number.")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("link", { name: "Use another number" }).click();
  await expect(page.getByRole("button", { name: "Verify or change number" })).toBeVisible();
});

test("a number in a country without texts is saved and stays unverified", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account/phone");
  await page.getByRole("button", { name: "Verify or change number" }).click();
  await confirm(page, member.email, /\/account\/phone$/);
  await untilScriptsListen(page.getByLabel("Phone number"));
  await page.getByLabel("Phone number").fill("+33 6 12 34 56 78");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("so it stays unverified")).toBeVisible();
  expect(await readUser(member.id)).toMatchObject({ phone: "+33612345678", phoneVerified: null });
});

test("a member with a passkey confirms with it, and no code is sent to the old address", async ({
  page,
  context,
  member,
}) => {
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  await page.goto("/account/email");
  const button = page.getByRole("button", { name: "Change email" });
  await untilScriptsListen(button);
  await button.click();
  const field = page.getByLabel("New email");
  await untilScriptsListen(field);
  const { email } = newPerson();
  await field.fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await confirm(page, email, /notice=EMAIL_CHANGED$/);
  expect(await sql(`SELECT 1 FROM "Challenge" WHERE "address" = $1`, [member.email])).toEqual([]);
});

test("an admin with a passkey cannot change the email with a code", async ({ page, context }) => {
  const person: Person = newPerson();
  const id = await addUser(person, "ADMIN");
  await sql(`UPDATE "User" SET "firstPasskeyAt" = now() WHERE "id" = $1`, [id]);
  await logInDirectly(context, id, { role: "ADMIN" });
  for (const path of ["/account/email", "/account/phone"]) {
    await page.goto(`${path}?confirm=code`);
    await expect(page.getByText("Staff cannot confirm this with a code")).toBeVisible();
  }
});

test("all three profile changes and the undo work without JavaScript", async ({ browser, member }) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  const { username, email } = newPerson();
  await page.goto("/account/username");
  await page.getByLabel("Username").fill("no");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Use 3 to 30 letters")).toBeVisible();
  await page.getByLabel("Username").fill(username);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your username is changed.")).toBeVisible();

  const phone = newPhone();
  await page.goto("/account/phone");
  await page.getByRole("button", { name: "Verify or change number" }).click();
  await confirmPlainly(page, member.email, /\/account\/phone$/);
  await page.getByLabel("Phone number").fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  await confirmPlainly(page, phone, /notice=PHONE_CHANGED$/);

  await page.goto("/account/email");
  await page.getByRole("button", { name: "Change email" }).click();
  await confirmPlainly(page, member.email, /\/account\/email$/);
  await page.getByLabel("New email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await confirmPlainly(page, email, /notice=EMAIL_CHANGED$/);
  expect(await readUser(member.id)).toMatchObject({ username, phone, email });
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByText(phone)).toBeVisible();
  await page.getByRole("link", { name: "Keep all" }).click();
  await page.waitForURL("**/account");

  await page.goto(await linkOf(member.email, "Your email address was changed"));
  await page.getByRole("button", { name: "Undo the change" }).click();
  await expect(page.getByRole("heading", { name: "The change is undone" })).toBeVisible();
  expect((await readUser(member.id))?.email).toBe(member.email);
  await context.close();
});
