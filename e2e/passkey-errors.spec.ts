import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { proveSessions, sql } from "./database";
import { expect, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { countPasskeyLogins, openLoginWithoutAutofill, passkeyButton } from "./passkey-button";
import { offerNoPasskeyAtEmail, plugInAuthenticator, type VirtualAuthenticator } from "./virtual-authenticator";

const unreached = "The shop could not be reached, so nothing was done. Try again.";

/** Lets through as many of the page's actions as said, and cuts the line at the next. Gives what mends the line. */
async function cutLine(page: Page, afterActions = 0): Promise<() => Promise<void>> {
  let sent = 0;
  await page.route(/\/(login|account\/passkeys)(\?|$)/, async (route) => {
    if (!("next-action" in route.request().headers())) return await route.continue();
    sent += 1;
    await (sent > afterActions ? route.abort("internetdisconnected") : route.continue());
  });
  return () => page.unrouteAll();
}

test("a passkey login shows a network error whenever the connection drops, and keeps what was typed", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  await openLoginWithoutAutofill(page, "/login");
  await page.getByLabel("Email").fill(member.email);

  await page.route("**/api/passkey-challenge", (route) => route.abort("internetdisconnected"));
  await passkeyButton(page).click();
  await expect(page.getByText(unreached)).toBeVisible();
  await page.unrouteAll();

  const mend = await cutLine(page);
  const cut = page.waitForEvent("requestfailed", (request) => "next-action" in request.headers());
  await passkeyButton(page).click();
  await cut;
  await expect(page.getByText(unreached)).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(member.email);
  await mend();

  await passkeyButton(page).click();
  await page.waitForURL("**/home");
  expect(await countPasskeyLogins(member.id)).toBe(1);
});

test("a passkey chosen from the email field shows a network error when the connection drops, and works when it is back", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  const mend = await cutLine(page);
  await page.goto("/login");
  await expect(page.getByText(unreached)).toBeVisible();
  await mend();
  await page.waitForURL("**/home");
});

test("a member whose session has ended is sent to the login by a sensitive action, and sees no network error", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  await offerNoPasskeyAtEmail(page);
  await page.goto("/account/passkeys");
  const remove = page.getByRole("button", { name: "Remove Laptop" });
  await untilScriptsListen(remove);
  await sql(`DELETE FROM "Session" WHERE "userId" = $1`, [member.id]);
  await remove.click();
  await page.waitForURL("**/login?next=**");
  await expect(page.getByText(unreached)).toHaveCount(0);
});

test.describe("a passkey is added", () => {
  let device: VirtualAuthenticator;
  const addButton = (page: Page) => page.getByRole("button", { name: "Add a passkey" });

  test.beforeEach(async ({ page, context, member }) => {
    device = await plugInAuthenticator(context, page);
    await logInDirectly(context, member.id);
    await proveSessions(member.id, "add-passkey");
    await page.goto("/account/passkeys");
    await untilScriptsListen(addButton(page));
    await page.getByLabel("Name of the passkey").fill("Blue key");
  });

  test("on a second try after a network error, and the device made no passkey before", async ({ page }) => {
    const mend = await cutLine(page);
    await addButton(page).click();
    await expect(page.getByText(unreached)).toBeVisible();
    await expect(page.getByLabel("Name of the passkey")).toHaveValue("Blue key");
    expect(await device.credentials()).toEqual([]);
    await mend();
    await addButton(page).click();
    await expect(page.getByText("Your passkey is added.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Blue key" })).toBeVisible();
  });

  test("only on the device if the connection drops in between, and the page says what to do", async ({ page }) => {
    const mend = await cutLine(page, 1);
    await addButton(page).click();
    await expect(page.getByText("If the passkey is not in the list, delete it on your device")).toBeVisible();
    await expect(page.getByLabel("Name of the passkey")).toHaveValue("Blue key");
    expect(await device.credentials()).toHaveLength(1);
    await mend();
    await page.reload();
    await expect(page.getByText("You have no passkeys yet.")).toBeVisible();
    await untilScriptsListen(addButton(page));
    await addButton(page).click();
    await expect(page.getByText("Your passkey is added.")).toBeVisible();
  });

  test("at most twenty times: the device is not asked to make a twenty-first", async ({ page, member }) => {
    await sql(
      `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey", "counter",
         "credentialDeviceType", "credentialBackedUp")
       SELECT $1, $2 || n, $2 || n, 'AAAA', 0, 'multiDevice', true FROM generate_series(1, 20) AS n`,
      [member.id, randomBytes(16).toString("base64url")],
    );
    await addButton(page).click();
    await expect(page.getByText("You have twenty passkeys, which is the limit.")).toBeVisible();
    expect(await device.credentials()).toEqual([]);
  });
});
