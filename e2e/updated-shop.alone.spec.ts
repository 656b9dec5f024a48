import { copyShop } from "@/scripts/test/shop-copy";
import { ageChallenges, countSessions } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { recordRequests } from "./recording-proxy";
import { inbox } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

test.describe.configure({ mode: "serial", timeout: 120_000, retries: 0 });
test.use({ expectedConsoleError: /Server Action|Minified React error|UnrecognizedAction/ });

const sentence = "The shop was updated while this page was open, so nothing was sent.";
let [older, newer]: SecondShop[] = [];
let proxy: Awaited<ReturnType<typeof recordRequests>>;
let removeCopy = () => {};

/** The newer version has another action for the login, and the same ones for all else. */
test.beforeAll(async () => {
  test.setTimeout(900_000);
  const copy = copyShop();
  removeCopy = copy.remove;
  const name = "requestLoginCodeAction";
  const form = { file: "app/[locale]/(login)/login/login-form.tsx", replace: `import { ${name}2 as ${name} }` };
  copy.change([
    { file: "app/[locale]/(login)/login/actions.ts", find: `function ${name}(`, replace: `function ${name}2(` },
    { ...form, find: `import { ${name} }` },
  ]);
  await copy.build();
  proxy = await recordRequests();
  older = await startSecondShop({ APP_URL: proxy.url });
  newer = await startSecondShop({ APP_URL: proxy.url }, `${copy.folder}/.next/standalone`);
  await Promise.all([waitUntilUp(older), waitUntilUp(newer)]);
});

test.beforeEach(() => proxy.forwardTo(older?.url ?? ""));

test.afterAll(async () => {
  for (const shop of [older, newer]) shop?.stop();
  await proxy?.close();
  removeCopy();
});

const update = () => proxy.forwardTo(newer?.url ?? "");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a login that is gone in the newer version comes back with a sentence and what was typed", async ({
      page,
      member,
    }) => {
      await page.goto(`${proxy.url}/login`);
      const email = page.getByLabel("Email");
      if (javaScriptEnabled) await untilScriptsListen(email);
      await email.fill(member.email);
      update();
      await page.getByRole("button", { name: "Send code" }).click();
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(email).toHaveValue(member.email);
      await expect(page.getByRole("button", { name: "passkey" })).toBeHidden();
      await page.getByRole("button", { name: "Send code" }).click();
      await expect(page).toHaveURL(/\/otp\//);
      expect(await inbox.latestCode(member.email)).toMatch(/^\d{6}$/);
    });

    test("a registration and its code from before the update arrive after it", async ({ page }) => {
      const person = newPerson();
      await page.goto(`${proxy.url}/register`);
      if (javaScriptEnabled) await untilScriptsListen(page.getByLabel("Email"));
      await page.getByLabel("Username").fill(person.username);
      await page.getByLabel("Email").fill(person.email);
      await page.getByLabel("Phone number").fill(person.phone);
      update();
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page).toHaveURL(/\/otp\//);

      proxy.forwardTo(older?.url ?? "");
      await page.reload();
      const code = page.getByLabel("One-time code");
      if (javaScriptEnabled) await untilScriptsListen(code);
      // Codes are compared after two seconds.
      await ageChallenges(person.email, 2);
      update();
      await code.fill(await inbox.latestCode(person.email));
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Verify" }).click();
      await expect.poll(() => countSessions(person.email)).toBe(1);
      await expect(page).not.toHaveURL(/otp/);
    });

    test("a change of the account from before the update is saved after it", async ({ page, context, member }) => {
      await logInDirectly(context, member.id, {}, proxy.url);
      await page.goto(`${proxy.url}/account/language`);
      const language = page.getByRole("radio", { name: "Español" });
      if (javaScriptEnabled) await untilScriptsListen(language);
      await language.check();
      update();
      await page.locator("main").getByRole("button", { name: "Save" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
    });

    test("a link from before the update leads on after it", async ({ page }) => {
      await page.goto(`${proxy.url}/login`);
      if (javaScriptEnabled) await untilScriptsListen(page.getByLabel("Email"));
      update();
      await page.locator('main a[href^="/register"]').first().click();
      await expect(page).toHaveURL(/\/register/);
      await expect(page.getByLabel("Username")).toBeVisible();
    });
  });
}
