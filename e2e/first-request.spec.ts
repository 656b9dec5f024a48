import { cpSync, rmSync } from "node:fs";
import { expect, logInDirectly, test } from "./fixtures";
import { inlineScripts, isAllowed, readPolicies } from "./script-policy";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

// The same build as it is right after a deployment: no page was asked for yet.
const folder = ".data/just-built";

let fresh: SecondShop;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  const isKept = (path: string) => !path.includes(".next/server/route-cache");
  cpSync(".next/standalone", folder, { recursive: true, filter: isKept });
  fresh = await startSecondShop({}, folder);
  await waitUntilUp(fresh);
});
test.afterAll(() => {
  fresh.stop();
  rmSync(folder, { recursive: true, force: true });
});

// A policy in a request names the nonce that Next writes into the page; the last is no nonce.
const policies = ["script-src 'nonce-planted'", "script-src 'self'", "", "script-src 'nonce-<planted>'"];

test("the first visitors of a static page get its script policy, and leave no personal data in it", async ({
  context,
  request,
  member,
}) => {
  await logInDirectly(context, member.id, {}, fresh.url);
  for (const [path, visitor] of [
    ["/", context.request],
    ["/home", context.request],
    ["/logout/confirm", context.request],
    ["/login", request],
    ["/register", request],
  ] as const) {
    const answers = await Promise.all(
      policies.map((policy) =>
        visitor.get(fresh.url + path, { headers: policy ? { "content-security-policy": policy } : {} }),
      ),
    );
    const isMadeNow = path === "/" || path === "/home" || path === "/register";
    if (isMadeNow) expect(answers.map((answer) => answer.headers()["x-nextjs-cache"])).toContain("MISS");
    for (const answer of [...answers, await visitor.get(fresh.url + path)]) {
      const sources = (await readPolicies(answer)).flatMap((policy) => policy.get("script-src") ?? []);
      expect(answer.status(), path).toBe(200);
      expect(await answer.text(), path).not.toMatch(/nonce=|planted/);
      const scripts = inlineScripts(await answer.text());
      expect(scripts.length, path).toBeGreaterThan(1);
      for (const script of scripts) expect(isAllowed(script, sources), `${path}: ${script.text}`).toBe(true);
    }
  }
});

test("static pages kept on disk have the same policy after a restart", async ({ page }) => {
  fresh.stop();
  await fresh.exitCode;
  fresh = await startSecondShop({}, folder);
  await waitUntilUp(fresh);
  const answer = await page.goto(fresh.url);
  expect(answer?.headers()["x-nextjs-cache"]).toBe("HIT");
  await expect(page.getByRole("banner").getByRole("link", { name: "Log in" })).toBeVisible();
});
