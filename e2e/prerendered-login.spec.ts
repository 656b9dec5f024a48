import en from "@/messages/en/index";
import { expect, logInDirectly, test } from "./fixtures";
import { inlineScripts, isAllowed, readPolicies } from "./script-policy";

test("strangers share one login page and one registration page, without data of a visitor (R40)", async ({
  request,
}) => {
  for (const path of ["/login", "/register"]) {
    const answers = await Promise.all(
      ["a", "b"].map((own) => {
        const key = own.repeat(43);
        const cookie = `shop-challenge=${key}; shop-browser=${key}; shop-csrf=${key}; shop-link=undo-email/${key}`;
        return request.get(path, { headers: { cookie, "user-agent": `Browser ${key}` } });
      }),
    );
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
    expect(first, path).toBe(second);
    expect(first, path).not.toMatch(/nonce=|aaaaaaaa/);
    for (const answer of answers) {
      expect(answer.headers()).toMatchObject({
        "cache-control": "private, no-store",
        "x-nextjs-prerender": expect.stringContaining("1"),
      });
      expect(answer.headers()["set-cookie"]).toBeUndefined();
      expect(answer.headers()["x-robots-tag"]).toBe("noindex, nofollow");
    }
  }
});

test("a member who logged in elsewhere does not get the login page that the tab has kept", async ({
  page,
  context,
  member,
}) => {
  for (const name of ["Log in", "Create account"]) {
    await context.clearCookies();
    await page.goto("/login");
    await page.getByRole("link", { name: "myshop" }).filter({ visible: true }).click();
    const link = page.getByRole("banner").getByRole("link", { name });
    await link.click();
    await expect(page.getByLabel("Email")).toBeVisible();
    await page.getByRole("link", { name: "myshop" }).filter({ visible: true }).click();
    await expect(link).toBeVisible();
    await logInDirectly(context, member.id);
    await link.click();
    await page.waitForURL("**/home");
  }
});

test("no page carries the 404 page or the account menu, unless it shows them", async ({ request, context, member }) => {
  await logInDirectly(context, member.id);
  for (const path of ["/login", "/register", "/login?next=/", "/login/recovery"]) {
    const page = await (await request.get(path)).text();
    expect(page, path).not.toContain(en.shell.notFound.heading);
    expect(page, path).not.toContain("AccountMenu");
  }
  expect(await (await context.request.get("/account")).text()).not.toContain(en.shell.notFound.heading);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the answer to a form of the shared page has its sentence, what was typed, and a nonce", async ({ page }) => {
    for (const [path, button] of [
      ["/login", "Send code"],
      ["/register", "Create account"],
    ] as const) {
      await page.goto(path);
      await page.getByLabel("Email").fill("ana@");
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: button }).click();
      const answer = await answered;
      await expect(page.getByText("This does not look like an email address.")).toBeVisible();
      await expect(page.getByLabel("Email")).toHaveValue("ana@");
      await expect(page).toHaveURL(path);
      expect(answer.headers()["cache-control"]).toContain("no-store");
      const policies = await readPolicies(answer);
      const sources = policies.flatMap((policy) => policy.get("script-src") ?? []);
      expect(sources).toEqual(["'self'", expect.stringMatching(/^'nonce-[A-Za-z0-9+/]{22}=='$/)]);
      for (const script of inlineScripts(await answer.text())) expect(isAllowed(script, sources)).toBe(true);
    }
  });
});
