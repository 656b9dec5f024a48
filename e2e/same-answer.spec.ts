import type { Page } from "@playwright/test";
import { whileCodesAreOnTime } from "./codes-on-time";
import { addPhoneOwner, addUser, addUserPendingDeletion, ageChallenges, moveUser, sql } from "./database";
import { askForCode, comparablePage, enterCode, expect, fromNewAddress, newPerson, test } from "./fixtures";

test("known, unknown and disabled addresses and those with a pending deletion see byte-for-byte the same pages (R13)", async ({
  browser,
}) => {
  test.slow();
  const seen = await whileCodesAreOnTime(async () => {
    const known = newPerson();
    const disabled = newPerson();
    const unknown = newPerson();
    await addUser(known);
    await addUser(disabled);
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "email" = $1`, [disabled.email]);

    const leaving = newPerson();
    await addUserPendingDeletion(leaving);

    // Kept for the account that had it until a moment ago.
    const left = newPerson();
    await moveUser(await addUser(left), newPerson().email);

    const seen = [];
    const extraHTTPHeaders = fromNewAddress();
    for (const { email } of [known, unknown, disabled, leaving, left]) {
      const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders });
      const page = await context.newPage();
      await askForCode(page, email);
      const codePage = await neutral(page, email);
      await enterCode(page, "000000");
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Verify" }).click();
      const answer = await answered;
      await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
      const refusal = await neutral(page, email);
      const cookies = (await context.cookies()).map(({ name, httpOnly, sameSite, value }) => [
        name,
        httpOnly,
        sameSite,
        value.length,
      ]);
      const headers = Object.keys(answer.headers()).sort();
      seen.push({ codePage, refusal, status: answer.status(), headers, cookies });
      await context.close();
    }
    return seen;
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[3]).toEqual(seen[0]);
  expect(seen[4]).toEqual(seen[0]);
});

test("registering a known or unknown address, or one with a pending deletion, shows the same page until the code is right (R13)", async ({
  browser,
}) => {
  test.slow();
  const seen = await whileCodesAreOnTime(async () => {
    const known = newPerson();
    const leaving = newPerson();
    const left = newPerson();
    await addUser(known);
    await addUserPendingDeletion(leaving);
    await moveUser(await addUser(left), newPerson().email);

    const seen = [];
    for (const { email } of [known, newPerson(), leaving, left]) {
      const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: fromNewAddress() });
      const page = await context.newPage();
      await page.goto("/register");
      const { username, phone } = newPerson();
      await page.getByLabel("Username").fill(username);
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Phone").fill(phone);
      await page.getByRole("button", { name: "Create account" }).click();
      await page.waitForURL("**/otp/*");
      const codePage = await neutral(page, email);
      await enterCode(page, "000000");
      await page.getByRole("button", { name: "Verify" }).click();
      await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
      seen.push({ codePage, refusal: await neutral(page, email) });
      await context.close();
    }
    return seen;
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[3]).toEqual(seen[0]);
});

test("asking for a code by phone shows byte-for-byte the same page, whether or not there is a phone (R20)", async ({
  browser,
}) => {
  test.slow();
  const seen = await whileCodesAreOnTime(async () => {
    const withoutPhone = newPerson();
    await addUser(withoutPhone);
    const owner = await addPhoneOwner(newPerson());
    const admin = await addPhoneOwner(newPerson(), "ADMIN");

    const seen = [];
    for (const { email } of [newPerson(), withoutPhone, owner, admin]) {
      const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: fromNewAddress() });
      const page = await context.newPage();
      await askForCode(page, email);
      await ageChallenges(email, 91);
      await page.reload();
      const codePage = await neutral(page, email);
      await page.getByText("Get a code by phone instead").click();
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Text me a code" }).click();
      const answer = await answered;
      await expect(page.getByText("we are texting a code to it")).toBeVisible();
      const asked = await neutral(page, email);
      await ageChallenges(email, 2);
      await enterCode(page, "000000");
      await page.getByRole("button", { name: "Verify" }).click();
      await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
      const refusal = await neutral(page, email);
      seen.push({ codePage, asked, refusal, status: answer.status(), headers: Object.keys(answer.headers()).sort() });
      await context.close();
    }
    return seen;
  });
  for (const one of seen) expect(one).toEqual(seen[2]);
});

/** What may differ between two visitors: the challenge's id, the masked address, the seconds of the countdown, nonces. */
async function neutral(page: Page, email: string): Promise<string> {
  const html = await comparablePage(page);
  const id = page.url().split("/").at(-1) ?? "-";
  const masked = `${email.slice(0, 1)}•••${email.split("@")[0]?.at(-1)}@example.com`;
  return html
    .replaceAll(id, "ID")
    .replaceAll(masked, "MASKED")
    .replace(/(resendInSeconds(?:\\?"|&quot;):)\d+/g, "$1N");
}
