import { sql } from "./database";
import { askForCode, enterCode, expect, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { openLoginWithoutAutofill, passkeyButton } from "./passkey-button";
import { inbox } from "./running-shop";
import { offerNoPasskeyAtEmail, plugInAuthenticator } from "./virtual-authenticator";

const path = "/account/passkeys";

test("a member switches codes off: no code is sent, the passkey logs in, and it switches codes on again (R22)", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  await page.goto(path);
  await expect(page.getByText("You have no recovery codes")).toBeVisible();
  const off = page.getByRole("button", { name: "Switch codes off" });
  await untilScriptsListen(off);
  await off.click();
  await expect(page.getByText("Codes are off. From now on you log in with a passkey")).toBeVisible();
  await inbox.waitForMessage({ to: member.email, subject: "were switched off" });

  // The page would reload itself without its session, and break off the next step.
  await page.goto("about:blank");
  await context.clearCookies();
  await offerNoPasskeyAtEmail(page);
  await askForCode(page, member.email);
  await inbox.waitForMessage({ to: member.email, subject: "Codes are off for your account" });
  expect((await inbox.messages({ to: member.email })).filter(({ code }) => code)).toEqual([]);
  await enterCode(page, "123456");
  await expect(page.getByText("That code is wrong or has expired.").first()).toBeVisible();

  await openLoginWithoutAutofill(page, `/login?next=${path}`);
  await passkeyButton(page).click();
  await page.waitForURL(`**${path}`);
  const remove = page.getByRole("button", { name: "Remove Laptop" });
  await untilScriptsListen(remove);
  await remove.click();
  await expect(page.getByText("Switch codes on first, then remove it.")).toBeVisible();
  const on = page.getByRole("button", { name: "Switch codes on again" });
  await untilScriptsListen(on);
  await on.click();
  await expect(page.getByText("Codes are on.")).toBeVisible();
  expect(await sql(`SELECT 1 FROM "User" WHERE "id" = $1 AND "passkeysOnlyAt" IS NULL`, [member.id])).toHaveLength(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("codes cannot be switched off, and switching them on needs a recovery code", async ({
    page,
    context,
    member,
  }) => {
    await sql(
      `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey", "counter",
         "credentialDeviceType", "credentialBackedUp", "name") VALUES ($1, $2, $2, '', 0, 'multiDevice', true, 'Laptop')`,
      [member.id, member.username],
    );
    await logInDirectly(context, member.id);
    await page.goto(path);
    await page.getByRole("button", { name: "Switch codes off" }).click();
    await expect(page.getByText("Confirm with a passkey first")).toBeVisible();
    await sql(`UPDATE "User" SET "passkeysOnlyAt" = now() WHERE "id" = $1`, [member.id]);
    await page.goto(path);
    await page.getByRole("button", { name: "Switch codes on again" }).click();
    await expect(page).toHaveURL(/\/account\/confirm-with-recovery-code\?act=switch-codes-on/);
    await page.goto("/account/email");
    await page
      .getByRole("button")
      .filter({ hasText: /Change|Confirm/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/account\/confirm-with-recovery-code\?act=change-email/);
    expect(await sql(`SELECT 1 FROM "Challenge" WHERE "userId" = $1`, [member.id])).toEqual([]);
  });
});

for (const locale of ["en", "ar"]) {
  test.describe(`on a screen of 320 pixels (${locale})`, () => {
    test.use({ locale, viewport: { width: 320, height: 800 } });

    test("the setting does not make the page scroll sideways", async ({ page, context, member }) => {
      await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
      await sql(`UPDATE "User" SET "locale" = $2 WHERE "id" = $1`, [member.id, locale]);
      await logInDirectly(context, member.id);
      for (const at of [null, new Date().toISOString()]) {
        await sql(`UPDATE "User" SET "passkeysOnlyAt" = $2 WHERE "id" = $1`, [member.id, at]);
        await page.goto(path);
        await expect(page.locator("#passkeys-only")).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    });
  });
}
