import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { newRecoveryCode } from "@/lib/auth/recovery-codes/recovery-code";
import { addRecoveryCodes, addUser, ageChallenges, countSessions, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { enterCode, expect, fromNewAddress, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { plugInAuthenticator } from "./virtual-authenticator";
import { comparable, expectText, newVisitor, outside, sendForm } from "./without-browser";

const path = "/account/recovery-codes";
const codeShape = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/;

const prove = (userId: string, act: string) =>
  sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", $2, now() FROM "Session" WHERE "userId" = $1`,
    [userId, act],
  );

async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { name: "Your ten recovery codes" })).toBeVisible();
  return await page.locator("main ol li span").allInnerTexts();
}

async function logInByRecoveryCode(page: Page, email: string, code: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

test("a member makes recovery codes after a code by email, and sees them once", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await page.getByRole("link", { name: "Recovery codes" }).click();
  await expect(page.getByText("You have no recovery codes.")).toBeVisible();
  await page.getByRole("button", { name: "Make codes" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL(`**${path}`);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  const button = page.getByRole("button", { name: "Make codes" });
  await untilScriptsListen(button);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  const codes = await shownCodes(page);
  expect((await answered).headers()["cache-control"]).toContain("no-store");
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(codeShape);
  await expectNoViolations(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a text file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("recovery-codes.txt");
  const file = await readFile(await download.path(), "utf8");
  for (const code of codes) expect(file).toContain(code);
  expect(file).not.toContain(member.email);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join("\n"));

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  for (const code of codes) {
    expect(kept).not.toContain(code);
    expect(addresses.filter((address) => address.includes(code))).toEqual([]);
  }
  const mail = await inbox.waitForMessage({ to: member.email, subject: "New recovery codes were made" });
  for (const code of codes) expect(`${mail.text}${mail.html}`).not.toContain(code);

  await page.getByRole("link", { name: "I have saved them" }).click();
  await page.waitForURL("**/account");
  await page.goBack();
  await expect(page.getByText("You have 10 of 10 codes left")).toBeVisible();
  const html = await page.content();
  for (const code of codes) expect(html).not.toContain(code);
});

test("the printed page shows the list and no buttons", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await prove(member.id, "make-recovery-codes");
  await page.goto(path);
  await page.getByRole("button", { name: "Make codes" }).click();
  const codes = await shownCodes(page);
  await page.emulateMedia({ media: "print" });
  for (const code of codes) await expect(page.getByText(code)).toBeVisible();
  for (const name of ["Print", "Copy", "Download as a text file"]) {
    await expect(page.getByRole("button", { name })).toBeHidden();
  }
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
});

test("a page from the browser's cache no longer shows the recovery codes", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await prove(member.id, "make-recovery-codes");
  await page.goto(path);
  const button = page.getByRole("button", { name: "Make codes" });
  await untilScriptsListen(button);
  await button.click();
  const [code = ""] = await shownCodes(page);
  // Playwright has Chromium keep no pages; this is what a page hears that was kept.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await expect(page.getByRole("main")).toBeHidden();
  expect(await page.content()).not.toContain(code);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page.getByText("We have already shown your recovery codes.")).toBeVisible();
  expect(await page.content()).not.toContain(code);
});

test("the file of recovery codes is only for its owner, not cached, and contains only the codes", async ({
  context,
  request,
  member,
}) => {
  const file = `${path}/file`;
  const [own, foreign] = [{ Origin: shop.url }, { Origin: "https://evil.example" }];
  await logInDirectly(context, member.id);
  const codes = await addRecoveryCodes(member.id);
  const strangers = await addRecoveryCodes(await addUser(newPerson()));
  const post = async (list: string[], headers = own, from = context.request) => {
    const data = list.map((code) => `code=${encodeURIComponent(code)}`).join("&");
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    return await from.post(file, { headers: { ...headers, ...type }, data, maxRedirects: 0 });
  };
  const good = await post(codes);
  expect(good.status()).toBe(200);
  expect(good.headers()["cache-control"]).toBe("private, no-store");
  expect(good.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(good.headers()["content-disposition"]).toBe('attachment; filename="recovery-codes.txt"');
  for (const wrong of [strangers, codes.slice(1), [...codes.slice(1), newRecoveryCode()], ["<b>"], []]) {
    const refused = await post(wrong);
    expect([refused.status(), refused.headers().location]).toEqual([303, `${path}?notice=RECOVERY_FILE_REFUSED`]);
  }
  expect((await post(codes, foreign)).status()).toBe(403);
  expect((await post(codes, own, request)).headers().location).toContain("/login");
});

test("a member without access to the mailbox logs in once with a recovery code, and gets an email about it (R34)", async ({
  page,
  member,
}) => {
  const [code = ""] = await addRecoveryCodes(member.id);
  await page.goto("/login?next=/account/sessions");
  await page.getByRole("link", { name: "Log in with a recovery code" }).click();
  await logInByRecoveryCode(page, member.email, code.toLowerCase().replaceAll("-", " "));
  await page.waitForURL("**/account/sessions");
  await expect(page.getByText(/Logged in .* with a recovery code/)).toBeVisible();
  expect(page.url()).not.toContain(code);
  const mail = await inbox.waitForMessage({ to: member.email, subject: "A recovery code was used" });
  const link = /https?:\/\/\S+\/not-me\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  await page.context().clearCookies();
  await page.goto("/login/recovery");
  await logInByRecoveryCode(page, member.email, code);
  await expect(page.getByText("do not match, or the code is already used")).toBeVisible();
  await expect(page.getByLabel("Recovery code")).toHaveValue("");
  await expect(page.getByLabel("Email")).toHaveValue(member.email);
  await page.goto(link);
  await page.getByRole("button", { name: "This was not me" }).click();
  await expect(page.getByRole("heading", { name: "Session ended" })).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  expect(await sql(`SELECT 1 FROM "RecoveryCode" WHERE "userId" = $1`, [member.id])).toEqual([]);
});

test("after a login by recovery code the account says what to do next", async ({ page, member }) => {
  const [code = ""] = await addRecoveryCodes(member.id);
  await page.goto("/login/recovery");
  await logInByRecoveryCode(page, member.email, code);
  await expect(page.getByText("that recovery code is now used.")).toBeVisible();
  await page.getByRole("link", { name: "Recovery codes" }).click();
  await expect(page.getByText("You have 9 of 10 codes left")).toBeVisible();
});

test("a second recovery code confirms a sensitive action without access to the mailbox, from both pages", async ({
  page,
  context,
  member,
}) => {
  const [first = "", second = ""] = await addRecoveryCodes(member.id);
  await logInDirectly(context, member.id);
  await page.goto("/account/delete");
  await page.getByRole("link", { name: "Confirm with a recovery code" }).click();
  await expect(page.getByText("You are confirming: delete your account.")).toBeVisible();
  await page.getByLabel("Recovery code").fill(newRecoveryCode());
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("That code is invalid or already used")).toBeVisible();
  await page.getByLabel("Recovery code").fill(first);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/account/delete");
  await expect(page.getByText("Confirmed. For the next five minutes you can delete")).toBeVisible();
  await inbox.waitForMessage({ to: member.email, subject: "A recovery code was used" });

  await page.goto("/account/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL("**/otp/*");
  await page.getByRole("link", { name: "Confirm with a recovery code" }).click();
  await expect(page.getByText("You are confirming: add a passkey.")).toBeVisible();
  await page.getByLabel("Recovery code").fill(second);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/account/passkeys");
  await expect(page.getByLabel("Name of the passkey")).toBeVisible();
});

test("a member who tries too many recovery codes is led back to the sensitive action", async ({ browser, member }) => {
  // Twenty-one tries.
  test.slow();
  await addRecoveryCodes(member.id);
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto("/account/delete");
  await page.getByRole("link", { name: "Confirm with a recovery code" }).click();
  for (let tries = 1; tries <= 21; tries++) {
    await page.getByLabel("Recovery code").fill(newRecoveryCode());
    await page.getByRole("button", { name: "Confirm" }).click();
  }
  await expect(page.getByText("There were too many attempts")).toBeVisible();
  await page.getByRole("link", { name: "Back to deleting your account" }).click();
  await expect(page).toHaveURL(/\/account\/delete$/);
  await context.close();
});

test("two recovery codes change the email of an account whose mailbox is lost", async ({ page, member }) => {
  const [first = "", second = ""] = await addRecoveryCodes(member.id);
  const { email } = newPerson();
  await page.goto("/login/recovery?next=/account/email");
  await logInByRecoveryCode(page, member.email, first);
  await page.waitForURL("**/account/email");
  await page.getByRole("link", { name: "Confirm with a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(second);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/account/email");
  const field = page.getByLabel("New email");
  await untilScriptsListen(field);
  await field.fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(email, 2);
  await enterCode(page, await inbox.latestCode(email));
  await page.waitForURL("**/account/review*");
  expect(await sql(`SELECT "email" FROM "User" WHERE "id" = $1`, [member.id])).toEqual([{ email }]);
});

test("the page for recovery codes confirms no admin action, and leads to no other site", async ({
  page,
  context,
  member,
}) => {
  await addRecoveryCodes(member.id);
  await logInDirectly(context, member.id);
  await page.goto("/account/confirm-with-recovery-code?act=administer&next=/admin");
  await expect(page.getByText("There is nothing to confirm.")).toBeVisible();
  for (const next of ["https://evil.example", "//evil.example", "/logout", "/accounts"]) {
    await page.goto(`/account/confirm-with-recovery-code?act=end-sessions&next=${encodeURIComponent(next)}`);
    expect(await page.locator('input[name="next"]').getAttribute("value")).toBe("/account");
  }
});

test("the first passkey comes with an offer of recovery codes that can be skipped", async ({
  page,
  context,
  member,
}) => {
  await plugInAuthenticator(context, page);
  await logInDirectly(context, member.id);
  await prove(member.id, "add-passkey");
  await page.goto("/account/passkeys");
  const add = page.getByRole("button", { name: "Add a passkey" });
  await untilScriptsListen(add);
  await add.click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make recovery codes" })).toHaveAttribute("href", path);
  await addRecoveryCodes(member.id);
  await page.reload();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make recovery codes" })).toHaveCount(0);
});

test("a wrong recovery code gets byte-for-byte the same answer for an unknown address, a member and a member with codes (R13)", async () => {
  const [member, withCodes, disabled] = [newPerson(), newPerson(), newPerson()];
  await addUser(member);
  await addRecoveryCodes(await addUser(withCodes));
  await addRecoveryCodes(await addUser(disabled));
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "email" = $1`, [disabled.email]);
  const seen = [];
  for (const { email } of [newPerson(), member, withCodes, disabled]) {
    const code = newRecoveryCode();
    const refusal = await tryRecoveryCode(email, code);
    seen.push({ ...outside(refusal), html: comparable(refusal.body, { EMAIL: email, CODE: code }) });
  }
  for (const each of seen) expect(each).toEqual(seen[0]);
});

test("after five wrong recovery codes from elsewhere the owner's browser solves a bot check, and the right code still works", async ({
  page,
  member,
}) => {
  test.slow();
  const [code = ""] = await addRecoveryCodes(member.id);
  for (let guess = 0; guess < 5; guess++) await tryRecoveryCode(member.email, newRecoveryCode());
  await page.goto("/login/recovery");
  await untilScriptsListen(page.getByLabel("Recovery code"));
  await logInByRecoveryCode(page, member.email, code);
  await page.waitForURL("**/account?notice=RECOVERY_LOGIN", { timeout: 60_000 });
});

/** A wrong one, from a new address and without scripts. */
async function tryRecoveryCode(email: string, code: string) {
  const visitor = newVisitor();
  const refusal = await sendForm(visitor, await visitor.get("/login/recovery"), "Log in", { email, code });
  expectText(refusal, "do not match");
  return refusal;
}

test("NextAuth's public endpoint accepts no recovery code; only the page does, with its bot check", async ({
  request,
  member,
}) => {
  const [code = ""] = await addRecoveryCodes(member.id);
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const tries: Record<string, string>[] = [
    { email: member.email, code },
    { email: member.email, recoveryCode: code },
    { recovery: JSON.stringify({ attempt: { email: member.email, code } }) },
  ];
  for (const form of tries) {
    const headers = { Origin: shop.url, "X-Auth-Return-Redirect": "1" };
    await request.post("/api/auth/callback/credentials", { headers, form: { csrfToken, ...form }, maxRedirects: 0 });
  }
  expect(await countSessions(member.email)).toBe(0);
  expect(await sql(`SELECT 1 FROM "RecoveryCode" WHERE "userId" = $1 AND "usedAt" IS NULL`, [member.id])).toHaveLength(
    10,
  );
});

test("making, downloading and using recovery codes works without JavaScript", async ({ browser, member }) => {
  const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  await logInDirectly(context, member.id);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("button", { name: "Make codes" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await page.getByLabel("One-time code").fill(await inbox.latestCode(member.email));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.waitForURL(`**${path}`);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Make codes" }).click();
  expect((await answered).headers()["cache-control"]).toContain("no-store");
  const codes = await shownCodes(page);
  const [first = "", second = ""] = codes;
  expect(page.url()).toMatch(new RegExp(`${path}$`));
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a text file" }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain(codes.at(-1));

  await context.clearCookies();
  await page.goto("/login/recovery");
  await logInByRecoveryCode(page, member.email, first);
  await page.waitForURL("**/account?notice=RECOVERY_LOGIN");
  await page.goto("/account/data");
  await page.getByRole("link", { name: "Confirm with a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(second);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/account/data");
  await expect(page.getByRole("button", { name: "Download", exact: true })).toBeVisible();
  await context.close();
});
