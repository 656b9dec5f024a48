import type { Page } from "@playwright/test";
import { shopConfig } from "@/shop.config";
import { addPhoneOwner, ageChallenges, countSessions, sql } from "./database";
import { askForCode, enterCode, expect, fromNewAddress, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";
import { startSecondShop, waitUntilUp } from "./second-shop";

const summary = "Get a code by phone instead";

/** Lets the wait for another message go by; the page counts it down, so it is shown again. */
async function waitForResend(page: Page, email: string) {
  await ageChallenges(email, 91);
  await page.reload();
}

async function askByPhone(page: Page, button: string) {
  await page.getByText(summary).click();
  await page.getByRole("button", { name: button }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a shopper whose email does not arrive logs in with a code by text", async ({ page, person }) => {
      const { email, phone } = await addPhoneOwner(person);
      await askForCode(page, email);
      await waitForResend(page, email);
      if (javaScriptEnabled) await untilScriptsListen(page.getByLabel("One-time code"));
      await askByPhone(page, "Text me a code");
      await expect(page.getByText("we are texting a code to it")).toBeVisible();
      expect(await page.getByRole("main").innerText()).not.toContain(phone.slice(-4));
      // Four digits may stand in a hash; these eight are the owner's.
      expect(await page.content()).not.toContain(phone.slice("+49151".length));
      const code = await inbox.latestCode(phone);
      expect((await inbox.messages({ to: phone }))[0]?.text).toBe(
        `${code} is your ${shopConfig.name} code.\n\n@localhost #${code}`,
      );
      await ageChallenges(email, 2);
      await enterCode(page, code);
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Verify" }).click();
      await page.waitForURL("**/home");
      await page.goto("/account/sessions");
      await expect(page.getByText("with a code by phone")).toBeVisible();
    });
  });
}

test("a call reads the code aloud, and the code from the email also works", async ({ page, person }) => {
  const { email, phone } = await addPhoneOwner(person);
  await askForCode(page, email);
  await waitForResend(page, email);
  await untilScriptsListen(page.getByLabel("One-time code"));
  await askByPhone(page, "Call me with a code");
  await expect(page.getByText("we are calling it with a code")).toBeVisible();
  expect(await inbox.waitForMessage({ to: phone })).toMatchObject({ channel: "call" });
  await ageChallenges(email, 2);
  await enterCode(page, await inbox.latestCode(email));
  await page.waitForURL("**/home");
});

test("an unverified phone or an admin's phone gets no message, and the page does not reveal it (R21)", async ({
  page,
  member,
}) => {
  const admin = await addPhoneOwner(newPerson(), "ADMIN");
  await sql(`UPDATE "User" SET "phone" = $2 WHERE "id" = $1`, [member.id, "+4915112399999"]);
  for (const { email, phone } of [{ ...member, phone: "+4915112399999" }, admin]) {
    await askForCode(page, email);
    await waitForResend(page, email);
    await untilScriptsListen(page.getByLabel("One-time code"));
    await askByPhone(page, "Text me a code");
    await expect(page.getByText("we are texting a code to it")).toBeVisible();
    await ageChallenges(email, 2);
    await enterCode(page, "000000");
    await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
    expect(await inbox.messages({ to: phone })).toEqual([]);
  }
});

test("the phone options open by themselves when the third resend is next", async ({ page, member }) => {
  await askForCode(page, member.email);
  const ways = page.getByRole("button", { name: "Text me a code" });
  for (const sends of [1, 2]) {
    await waitForResend(page, member.email);
    await untilScriptsListen(page.getByLabel("One-time code"));
    expect(await ways.isVisible(), `after ${sends}`).toBe(false);
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect(page.getByText("We are sending the code again.")).toBeVisible();
  }
  await expect(ways).toBeVisible();
  await page.reload();
  await expect(ways).toBeVisible();
});

test("a bot check before a code by phone does not turn it into an email", async ({ page, person }) => {
  const { email, phone } = await addPhoneOwner(person);
  await askForCode(page, email);
  for (const _ of [1, 2]) {
    await waitForResend(page, email);
    await untilScriptsListen(page.getByLabel("One-time code"));
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect(page.getByText("We are sending the code again.")).toBeVisible();
  }
  const mails = async () => (await inbox.messages({ to: email })).length;
  await expect.poll(mails).toBe(3);
  await waitForResend(page, email);
  await untilScriptsListen(page.getByLabel("One-time code"));
  await page.getByRole("button", { name: "Text me a code" }).click();
  await expect(page.getByText("Running a quick check that you're not a bot.")).toBeVisible();
  await expect(page.getByText("we are texting a code to it")).toBeVisible({ timeout: 30_000 });
  expect(await inbox.waitForMessage({ to: phone })).toMatchObject({ channel: "sms" });
  expect(await mails()).toBe(3);
});

test("a browser that can read text messages logs in by itself, and is asked only for that (R46)", async ({
  page,
  person,
}) => {
  // Chromium here has no phone to read from: this stands in for its part of WebOTP, and the page's part is real.
  await page.addInitScript(() => {
    const shop = window as typeof window & { asked: unknown[]; handOver: (code: string) => void };
    shop.asked = [];
    Object.assign(window, { OTPCredential: class {} });
    const read = ({ signal, ...request }: CredentialRequestOptions) => {
      shop.asked.push(request);
      return new Promise((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        shop.handOver = (code) => resolve({ type: "otp", code });
      });
    };
    Object.defineProperty(navigator.credentials, "get", { value: read });
  });
  const { email, phone } = await addPhoneOwner(person);
  await askForCode(page, email);
  await waitForResend(page, email);
  await untilScriptsListen(page.getByLabel("One-time code"));
  await askByPhone(page, "Text me a code");
  const code = await inbox.latestCode(phone);
  await ageChallenges(email, 2);
  expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([
    { otp: { transport: ["sms"] } },
  ]);
  await page.evaluate((given) => (window as unknown as { handOver: (code: string) => void }).handOver(given), code);
  await page.waitForURL("**/home");
  expect(await countSessions(email)).toBe(1);
});

test("the code page has no phone options during a registration or in a shop without these channels", async ({
  page,
  person,
  browser,
}) => {
  await page.goto("/register");
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  await expect(page.getByRole("button", { name: "Send a new code" })).toBeVisible();
  await expect(page.getByText(summary)).toHaveCount(0);

  const without = await startSecondShop({ LOGIN_CHANNELS: "", SMS_COUNTRIES: "" });
  try {
    await waitUntilUp(without);
    const context = await browser.newContext({ baseURL: without.url, extraHTTPHeaders: fromNewAddress() });
    const other = await context.newPage();
    await askForCode(other, newPerson().email);
    await expect(other.getByRole("button", { name: "Send a new code" })).toBeVisible();
    await expect(other.getByText(summary)).toHaveCount(0);
    await context.close();
  } finally {
    without.stop();
  }
});
