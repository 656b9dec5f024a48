import type { Page } from "@playwright/test";
import { expect, logInDirectly, test } from "./fixtures";

test.use({ expectedConsoleError: /Content Security Policy|violates the following/ });

// What an attacker gets into a page: a script of his own, one that looks like Next's, an event handler, a foreign file.
const injected = `
  <script>window.injected = "script"</script>
  <script nonce="">window.injected = "empty nonce"</script>
  <script>self.__next_f.push([1,""]);window.injected = "like Next's"</script>
  <script src="https://evil.example/x.js"></script>
  <script src="data:text/javascript,window.injected='data'"></script>
  <img src="/icon" onload="window.injected = 'handler'" alt="">
  <a href="javascript:window.injected='address'" id="trap">x</a>
  <base href="https://evil.example/">`;

async function expectNothingInjectedRuns(page: Page, path: string): Promise<void> {
  await page.route("**/x.js", (route) => route.fulfill({ body: "window.injected = 'foreign'" }));
  await page.route(
    (url) => `${url.pathname}` === path,
    async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      expect(html, path).toContain("</body>");
      await route.fulfill({ response: answer, body: html.replace("</body>", `${injected}</body>`) });
    },
  );
  await page.goto(path);
  await expect(page.locator("#trap")).toBeAttached();
  await page.waitForLoadState("load");
  // The other way in: a script that a page's own code writes into the document.
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = 'added'";
    document.body.append(script);
    document.querySelector<HTMLElement>("#trap")?.click();
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => Reflect.get(window, "injected") ?? null), path).toBeNull();
  expect(await page.evaluate(() => document.baseURI), path).toContain(new URL(page.url()).origin);
}

for (const path of ["/", "/login", "/register", "/logout/confirm", "/nowhere", "/unavailable"]) {
  test(`a script injected into ${path} does not run (R40)`, async ({ page }) => {
    await expectNothingInjectedRuns(page, path);
  });
}

for (const path of ["/home", "/account"]) {
  test(`a script injected into a member's ${path} does not run`, async ({ page, context, member }) => {
    await logInDirectly(context, member.id);
    await expectNothingInjectedRuns(page, path);
  });
}
