import type { BrowserContext, Page } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { addRecoveringUser, ageChallenges, countSessions, type Person, sql } from "./database";
import { enterCode, expect, fromNewAddress, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { countPasskeyLogins, openLoginWithoutAutofill, passkeyButton } from "./passkey-button";
import { inbox } from "./running-shop";
import { plugInAuthenticator } from "./virtual-authenticator";

async function confirmByCode(page: Page, member: Person): Promise<void> {
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/account/passkeys");
}

/** Adds a passkey as its owner would: from the account, with a fresh code. */
async function addPasskey(page: Page, member: Person, name = "My laptop"): Promise<void> {
  await page.goto("/account/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await confirmByCode(page, member);
  await page.getByLabel("Name of the passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
}

/** Gives the member a passkey on this page's device, and logs them out. */
async function givePasskey(page: Page, context: BrowserContext, member: Person & { id: string }): Promise<void> {
  await logInDirectly(context, member.id);
  await addPasskey(page, member);
  await context.clearCookies();
}

async function changeUsername(page: Page, username: string): Promise<void> {
  await page.goto("/account/username");
  await page.getByLabel("Username").fill(username);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/account?notice=USERNAME_CHANGED");
}

/** A sentence for browsers without scripts, which Playwright's own search for text leaves out. */
async function expectNote(page: Page, sentence: string): Promise<void> {
  const note = page.locator("main noscript");
  await expect(note).toBeVisible();
  expect(await note.evaluate((element) => element.textContent)).toContain(sentence);
}

test("an admin with a passkey adds and removes passkeys only with it, and no code is sent", { tag: "@quick" }, async ({
  page,
  context,
}) => {
  const { id } = await adminAtWork(page, context);
  await sql(`UPDATE "User" SET "firstPasskeyAt" = now() WHERE "id" = $1`, [id]);
  await page.goto("/account/passkeys");
  await untilScriptsListen(page.getByRole("button", { name: "Add a passkey" }));
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByLabel("Name of the passkey")).toBeVisible();
  await page.getByRole("button", { name: "Remove Laptop" }).click();
  await expect(page.getByText(/^Passkey removed/)).toBeVisible();
  await expect(page.getByText("You have no working passkey")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toHaveCount(0);
  expect(await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1`, [id])).toEqual([]);
});

test.describe("a member with a passkey", () => {
  test("adds another after re-authentication, sees it in the list, and logs in with it by the button", async ({
    page,
    context,
    member,
  }) => {
    const device = await plugInAuthenticator(context, page);
    await logInDirectly(context, member.id);
    await page.goto("/account");
    await page.getByRole("link", { name: "Passkeys" }).click();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
    await addPasskey(page, member);
    await expect(page.getByRole("listitem").filter({ hasText: "My laptop" })).toContainText(
      /in Chrome on \w+\. Not used yet\./,
    );
    expect(await device.credentials()).toHaveLength(1);
    expect((await device.credentials())[0]).toMatchObject({ isResidentCredential: true, rpId: "localhost" });

    await context.clearCookies();
    await openLoginWithoutAutofill(page, "/login?next=/account/passkeys");
    await passkeyButton(page).click();
    await page.waitForURL("**/account/passkeys");
    await expect(page.getByRole("listitem").filter({ hasText: "My laptop" })).toContainText("Last used");
    expect(await countPasskeyLogins(member.id)).toBe(1);
  });

  test("is offered it by the email field, without pressing a button", async ({ page, context, member }) => {
    await plugInAuthenticator(context, page);
    await givePasskey(page, context, member);
    await page.goto("/login");
    // The virtual device chooses as a person would, as soon as the offer stands.
    await page.waitForURL("**/home");
    expect(await countPasskeyLogins(member.id)).toBe(1);
  });

  test("renames it, and removes it after confirming with it, without a code; then the device forgets it", async ({
    page,
    context,
    member,
  }) => {
    const device = await plugInAuthenticator(context, page);
    await logInDirectly(context, member.id);
    await addPasskey(page, member);
    await page.getByText("Rename").click();
    await page.getByLabel("New name").fill("Old laptop");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Old laptop").first()).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Old laptop" })).toContainText(/in Chrome on \w+\./);

    await page.getByRole("button", { name: "Remove Old laptop" }).click();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
    expect(await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1`, [member.id])).toHaveLength(1);
    expect(await countSessions(member.email)).toBe(1);
    await inbox.waitForMessage({ to: member.email, subject: "A passkey was removed" });
    await expect.poll(() => device.credentials()).toEqual([]);
  });

  test("is refused once it was removed elsewhere, and the device forgets it", async ({ page, context, member }) => {
    const device = await plugInAuthenticator(context, page);
    await device.holdPasskeyOf(member.id);
    await sql(`DELETE FROM "Authenticator" WHERE "userId" = $1`, [member.id]);
    await openLoginWithoutAutofill(page, "/login");
    await passkeyButton(page).click();
    await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
    await expect.poll(() => device.credentials()).toEqual([]);
    expect(await countPasskeyLogins(member.id)).toBe(0);
  });

  test("changes the username, and the device shows the new one and forgets passkeys that were removed elsewhere", async ({
    page,
    context,
    member,
  }) => {
    const device = await plugInAuthenticator(context, page);
    await device.holdPasskeyOf(member.id);
    await logInDirectly(context, member.id);
    await changeUsername(page, `${member.username}.new`);
    await expect.poll(() => device.credentials()).toMatchObject([{ userName: `${member.username}.new` }]);
    await sql(`DELETE FROM "Authenticator" WHERE "userId" = $1`, [member.id]);
    await page.reload();
    await expect.poll(() => device.credentials()).toEqual([]);
  });

  test("changes the username while staff give the account to another address, and the device is told nothing", async ({
    page,
    context,
    person,
  }) => {
    const { id } = await addRecoveringUser(person, newPerson().email);
    const device = await plugInAuthenticator(context, page);
    await device.holdPasskeyOf(id);
    await sql(`DELETE FROM "Authenticator" WHERE "userId" = $1`, [id]);
    await logInDirectly(context, id);
    const isAnswered = () =>
      page.waitForResponse((response) => response.request().method() === "POST" && /notice=/.test(response.url()));
    const first = isAnswered();
    await changeUsername(page, `${person.username}.new`);
    await first;
    // The second answer comes after the first one was obeyed.
    const second = isAnswered();
    await page.reload();
    await second;
    expect(await device.credentials()).toHaveLength(1);
  });

  test("removes a lost device's passkey after a code, with one more click", async ({ page, context, member }) => {
    const lost = await context.newPage();
    await (await plugInAuthenticator(context, lost)).holdPasskeyOf(member.id);
    await logInDirectly(context, member.id);
    await page.goto("/account/passkeys");
    await page.getByRole("link", { name: "Confirm with a code by email" }).click();
    await expect(page.getByRole("link", { name: "Confirm with your passkey instead" })).toBeVisible();
    await page.getByRole("button", { name: "Remove Laptop" }).click();
    await confirmByCode(page, member);
    await expect(page.getByText("you can remove a passkey")).toBeVisible();
    await page.getByRole("button", { name: "Remove Laptop" }).click();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
  });

  test("adds the next one with the first, and no code is sent", async ({ page, context, member }) => {
    const device = await plugInAuthenticator(context, page);
    await device.holdPasskeyOf(member.id);
    await logInDirectly(context, member.id);
    await page.goto("/account/passkeys");
    await untilScriptsListen(page.getByRole("button", { name: "Add a passkey" }));
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page.getByLabel("Name of the passkey")).toBeVisible();
    expect(await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1`, [member.id])).toEqual([]);
  });

  test("gets an email about an added one, and its button removes it and logs everyone out", async ({
    page,
    context,
    member,
    browser,
  }) => {
    const device = await plugInAuthenticator(context, page);
    await logInDirectly(context, member.id);
    await addPasskey(page, member);
    const mail = await inbox.waitForMessage({ to: member.email, subject: "A passkey was added" });
    const link = /https?:\/\/\S+\/not-me\/\S+/.exec(mail.text ?? "")?.[0] ?? "";

    const readingContext = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
    const reader = await readingContext.newPage();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { name: "A passkey was added to your account" })).toBeVisible();
    expect(await countSessions(member.email)).toBe(1);
    await reader.getByRole("button", { name: "This was not me" }).click();
    await expect(reader.getByText("It no longer works.")).toBeVisible();
    await readingContext.close();

    await page.goto("/account");
    await expect(page).toHaveURL(/\/login/);
    // The virtual device takes the offer of the field.
    await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
    expect(await countSessions(member.email)).toBe(0);
    await expect.poll(() => device.credentials()).toEqual([]);
  });

  test("gets the same refusal after the passkey was cloned and after the account was disabled", async ({
    page,
    context,
    member,
  }) => {
    const device = await plugInAuthenticator(context, page);
    await givePasskey(page, context, member);
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [member.id]);
    await openLoginWithoutAutofill(page, "/login");
    await passkeyButton(page).click();
    await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
    // A copy was used elsewhere a thousand times.
    await sql(`UPDATE "Authenticator" SET "counter" = 1000 WHERE "userId" = $1`, [member.id]);
    await sql(`UPDATE "User" SET "disabledAt" = NULL WHERE "id" = $1`, [member.id]);
    await openLoginWithoutAutofill(page, "/login");
    await passkeyButton(page).click();
    await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
    expect(await countPasskeyLogins(member.id)).toBe(0);
    expect(await device.credentials()).toHaveLength(1);
    await logInDirectly(context, member.id);
    await page.goto("/account/passkeys");
    await expect(page.getByText("This passkey may have been cloned")).toBeVisible();
  });
});

test("another site cannot get a challenge with a visitor's browser", async ({ request }) => {
  const from = (site: string) => ({ headers: { "Sec-Fetch-Site": site } });
  expect((await request.post("/api/passkey-challenge", from("cross-site"))).status()).toBe(403);
  expect((await request.post("/api/passkey-challenge", from("same-origin"))).status()).toBe(200);
});

test("without JavaScript the pages say that passkeys need it, and everything else works", async ({
  browser,
  member,
}) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/login");
  await expectNote(page, "A passkey needs JavaScript.");
  await expect(passkeyButton(page)).toBeHidden();
  await logInDirectly(context, member.id);
  await page.goto("/account/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL("**/account/passkeys");
  await expectNote(page, "Your browser needs JavaScript to make a passkey.");
  await context.close();
});
