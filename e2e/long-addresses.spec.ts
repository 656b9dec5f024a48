import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { addUser, type Person, proveSessions, sql } from "./database";
import { askForCode, expect, logInDirectly, test } from "./fixtures";

test.use({ viewport: { width: 320, height: 640 } });

/** As long as an address may be (254), in one word before the @ and long ones behind it; a username of 30 letters. */
function longPerson(): Person {
  const name = `t${randomBytes(6).toString("hex")}`;
  const label = "w".repeat(58);
  const email = `${name.padEnd(64, "m")}@${label}.${label}.${label}.example`;
  return { username: name.padEnd(30, "M"), email: email.slice(0, 254), phone: "+14155552671" };
}

async function expectNoSidewaysScroll(page: Page, path: string): Promise<void> {
  await page.waitForLoadState("load");
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const locale of ["en", "ar"]) {
  test.describe(`a long address at 320 px (${locale})`, () => {
    test.use({ locale });

    test("does not make its owner's pages scroll sideways", async ({ page, context }) => {
      const person = longPerson();
      const id = await addUser(person);
      await sql(`UPDATE "User" SET "locale" = $2 WHERE "id" = $1`, [id, locale]);
      await logInDirectly(context, id);
      for (const act of ["change-email", "change-phone"]) await proveSessions(id, act);
      const paths = ["", "/username", "/email", "/phone", "/sessions", "/passkeys", "/data", "/delete", "/language"];
      for (const path of ["/home", ...paths.map((end) => `/account${end}`)]) {
        await page.goto(path);
        await expectNoSidewaysScroll(page, path);
      }
    });

    test("does not make an admin's pages scroll sideways", async ({ page, context }) => {
      await adminAtWork(page, context);
      const person = longPerson();
      const id = await addUser(person);
      const changes = ["", "/edit", "/role", "/disable", "/delete", "/sessions", "/recover", "/invite"];
      const paths = [`/admin/users?q=${person.username}`, ...changes.map((end) => `/admin/users/${id}${end}`)];
      for (const path of [...paths, `/admin/users/selected?change=disable&user=${id}`, `/admin/audit?subject=${id}`]) {
        await page.goto(path);
        await expectNoSidewaysScroll(page, path);
      }
    });
  });
}

test("a long address does not make its code page scroll sideways", async ({ page }) => {
  await askForCode(page, longPerson().email);
  await expectNoSidewaysScroll(page, "/otp");
});
