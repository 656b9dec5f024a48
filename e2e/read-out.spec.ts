import type { Page } from "@playwright/test";
import { parse } from "node-html-parser";
import { adminAtWork } from "./admin-at-work";
import { addSession, proveSessions } from "./database";
import { expect, logInDirectly, test, untilScriptsListen } from "./fixtures";
import { plugInAuthenticator } from "./virtual-authenticator";

/** The regions of the page itself that a screen reader listens to, also while they are empty. */
const regions = (page: Page) => page.getByRole("main").getByRole("status");

/** Notes what comes into regions that stood there before: of those that come with their words nothing is read out. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const standing = new WeakSet<Element>();
    setInterval(() => {
      for (const region of document.querySelectorAll("[role=status]"))
        if (getComputedStyle(region).display !== "none") standing.add(region);
    }, 50);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        if (region && standing.has(region)) heard.push(region.textContent ?? "");
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test("screen readers hear each outcome of a form, because it appears in an existing live region", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  await logInDirectly(context, member.id);
  const heard = await listen(page);
  await page.goto("/account/passkeys");
  const region = regions(page).first();
  await expect(region).toBeEmpty();

  for (const name of ["Red key", "Blue key"]) {
    const before = (await heard()).length;
    await page.locator("summary", { hasText: "Rename" }).click();
    await page.getByLabel("New name").fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
    await expect.poll(async () => (await heard()).slice(before)).toContain("Passkey renamed.");
  }
  await page.getByRole("button", { name: "Remove Blue key" }).click();
  await expect(region).toContainText("Passkey removed");
  await expect.poll(async () => (await heard()).join()).toContain("Passkey removed");
});

test("ending two sessions one after the other announces both", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  for (let time = 1; time <= 2; time++) await addSession(member.id);
  await proveSessions(member.id, "end-sessions");
  const heard = await listen(page);
  await page.goto("/account/sessions");
  const end = page.getByRole("button", { name: /^End session of/ });
  await expect(end).toHaveCount(2);
  for (const left of [1, 0]) {
    await proveSessions(member.id, "end-sessions");
    const before = (await heard()).length;
    await untilScriptsListen(end.first());
    await end.first().click();
    await expect(end).toHaveCount(left);
    await expect.poll(async () => (await heard()).slice(before).join()).toContain("Session ended.");
  }
});

for (const path of [
  "/account",
  "/account/review",
  "/account/sessions",
  "/account/passkeys",
  "/account/recovery-codes",
  "/account/data",
  "/account/delete",
  "/account/email",
  "/account/phone",
  "/account/language",
]) {
  test(`${path} has a live region for outcomes before there is one`, async ({ context, member }) => {
    await logInDirectly(context, member.id);
    const html = await (await context.request.get(path)).text();
    expect(parse(html).querySelector("main [role=status]")?.textContent).toBe("");
  });
}

test("the outcome of an admin's change is announced on the next page", async ({ page, context, member }) => {
  await adminAtWork(page, context);
  const heard = await listen(page);
  await page.goto(`/admin/users/${member.id}/disable`);
  await page.getByLabel("Reason").fill("Asked for it");
  const button = page.getByRole("main").getByRole("button");
  await untilScriptsListen(button);
  await button.click();
  await page.waitForURL(`**/admin/users/${member.id}?notice=DISABLED`);
  const sentence = (await regions(page).first().textContent()) ?? "";
  expect(sentence).not.toBe("");
  await expect.poll(heard).toContain(sentence);
});
