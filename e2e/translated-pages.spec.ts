import type { Page } from "@playwright/test";
import { expect, test } from "./bad-input";
import { newPerson, untilScriptsListen } from "./fixtures";
import { everyForm } from "./shown-pages";

/** Moves each text node of the page into two <font> elements, as Chromium does when it translates. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest("script, style, textarea, option") || text.data.trim() === "") continue;
      const font = document.createElement("font");
      text.replaceWith(font);
      font.appendChild(document.createElement("font")).append(text);
    }
  });
}

test("every form of a machine-translated page handles wrong input, and the page keeps working", async ({
  visit,
  browser,
}) => {
  test.setTimeout(300_000);
  const pages = new Map((await everyForm(visit)).map(({ path, cookie }) => [path + cookie, { path, cookie }]));
  // Logging out ends the session of the pages before.
  const inOrder = [...pages.values()].sort(
    (a, b) => Number(a.path.startsWith("/logout")) - Number(b.path.startsWith("/logout")),
  );
  const context = await browser.newContext({ baseURL: visit.shop.url });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (/NotFoundError|Minified React error/.test(message.text())) errors.push(message.text());
  });
  for (const { path, cookie } of inOrder) {
    await context.clearCookies();
    const pairs = cookie.split("; ").filter((pair) => pair !== "");
    await context.addCookies(
      pairs.map((pair) => ({
        name: pair.slice(0, pair.indexOf("=")),
        value: pair.slice(pair.indexOf("=") + 1),
        url: visit.shop.url,
      })),
    );
    await page.goto(path);
    const forms = await page.locator("main form").count();
    for (let index = 0; index < forms; index++) {
      if (index > 0) await page.goto(path);
      const form = page.locator("main form").nth(index);
      const button = form.locator("button[type=submit]:enabled").first();
      if ((await button.count()) === 0 || !(await button.isVisible())) continue;
      await untilScriptsListen(button);
      await translate(page);
      for (const field of await form.locator("input:not([type=hidden]):visible").all()) {
        if (await field.evaluate((input: HTMLInputElement) => ["text", "email", "tel", ""].includes(input.type))) {
          await field.fill("12345x");
        }
      }
      // Past the checks of the browser, as the form without scripts is sent.
      await form.evaluate((element: HTMLFormElement) => {
        element.noValidate = true;
      });
      // Buttons of passkeys send no form.
      const sent = page.waitForRequest((request) => request.method() === "POST", { timeout: 1_000 }).catch(() => null);
      await button.click({ timeout: 5_000 });
      await (await sent)?.response();
      await page.waitForTimeout(300);
      await page.waitForLoadState();
      await expect(page.getByText("This page could not be shown."), path).toHaveCount(0);
      expect(errors, path).toEqual([]);
    }
  }
  await context.close();
});

test("a machine-translated login page reports errors, keeps what was typed, and continues", async ({
  visit,
  browser,
}) => {
  const page = await browser.newPage({ baseURL: visit.shop.url });
  await page.goto("/login");
  const button = page.getByRole("button", { name: "Send code" });
  await untilScriptsListen(button);
  await translate(page);
  await page.getByLabel("Email").fill("ana@");
  await button.click();
  await expect(page.getByText("This does not look like an email address.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("ana@");
  await page.getByLabel("Email").fill(newPerson().email);
  await button.click();
  await page.waitForURL("**/otp/*");
  await page.close();
});

test("a registration that was filled in without events is sent as filled in", async ({ visit, browser }) => {
  const page = await browser.newPage({ baseURL: visit.shop.url });
  await page.goto("/register");
  const button = page.getByRole("button", { name: "Create account" });
  await untilScriptsListen(button);
  const fillInSilently = (values: Record<string, string>) =>
    page.evaluate((given) => {
      for (const [name, value] of Object.entries(given)) {
        for (const input of document.querySelectorAll<HTMLInputElement>(`[name=${name}]`)) input.value = value;
      }
    }, values);
  const person = newPerson();
  await fillInSilently({ ...person, email: "ana@" });
  await button.click();
  await expect(page.getByText("This does not look like an email address.")).toBeVisible();
  await expect(page.getByText("Choose a username.")).toHaveCount(0);
  await fillInSilently({ email: person.email });
  await button.click();
  await page.waitForURL("**/otp/*");
  await page.close();
});
