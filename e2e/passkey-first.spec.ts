import type { Page } from "@playwright/test";
import { sql } from "./database";
import { expect, test, untilScriptsListen } from "./fixtures";
import { countPasskeyLogins } from "./passkey-button";
import { plugInAuthenticator } from "./virtual-authenticator";

const logIn = (page: Page) => page.getByRole("banner").getByRole("link", { name: "Log in" });

/** Gives the paths that the page goes to from now on. */
function pathsOf(page: Page): string[] {
  const paths: string[] = [];
  page.on("framenavigated", (frame) => paths.push(new URL(frame.url()).pathname));
  return paths;
}

async function openStorefront(page: Page): Promise<string[]> {
  await page.goto("/");
  await untilScriptsListen(logIn(page));
  return pathsOf(page);
}

test("a member with a passkey on the device is in with one press of the header's link, without a login page", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  const paths = await openStorefront(page);
  await logIn(page).click();
  await page.waitForURL("**/home");
  await expect(page.getByRole("banner").getByText(member.username)).toBeVisible();
  expect(new Set(paths)).toEqual(new Set(["/home"]));
  expect(await countPasskeyLogins(member.id)).toBe(1);
});

test("a device without a passkey gets the login page, at the same address as without this offer", async ({
  page,
  context,
}) => {
  await plugInAuthenticator(context, page);
  const paths = await openStorefront(page);
  await logIn(page).click();
  await expect(page.getByLabel("Email")).toBeVisible();
  expect(new Set(paths)).toEqual(new Set(["/login"]));
});

test("a browser that cannot offer it asks for no challenge and opens the page", async ({ page }) => {
  await page.addInitScript(() => {
    PublicKeyCredential.getClientCapabilities = async () => ({ conditionalGet: true });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openStorefront(page);
  const before = asked.length;
  await logIn(page).click();
  await page.waitForURL("**/login");
  const beforeThePage = asked.slice(before, asked.indexOf("/login", before) + 1);
  expect(beforeThePage).not.toContain("/api/passkey-challenge");
});

test("a passkey that was removed elsewhere leads to the login page with a sentence, and the device forgets it", async ({
  page,
  context,
  member,
}) => {
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(member.id);
  await sql(`DELETE FROM "Authenticator" WHERE "userId" = $1`, [member.id]);
  await openStorefront(page);
  await logIn(page).click();
  await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
  await expect(page.getByLabel("Email")).toBeVisible();
  await expect.poll(() => device.credentials()).toEqual([]);
});
