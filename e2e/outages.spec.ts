import { encode } from "next-auth/jwt";
import { expect, test } from "./fixtures";
import { shop } from "./running-shop";
import { startSecondShop, waitUntilUp } from "./second-shop";

test("a shop whose database is down answers 503 with a sentence, and logs it for the operator", async ({
  page,
  context,
}) => {
  const broken = await startSecondShop({ DATABASE_URL: "postgresql://shop:topsecret@127.0.0.1:1/shop" });
  try {
    await waitUntilUp(broken);
    const token = { sub: "someone", sid: "something", role: "CUSTOMER", checkedAt: Date.now() };
    const sessionCookie = async (checkedAt: number) => ({
      name: "shop-session",
      value: await encode({
        token: { ...token, checkedAt },
        secret: shop.authSecret,
        salt: "shop-session",
        maxAge: 600,
      }),
      url: broken.url,
    });

    await context.addCookies([await sessionCookie(Date.now())]);
    const account = await page.goto(`${broken.url}/account`);
    expect(account?.status()).toBe(503);
    await expect(page.getByText("The shop cannot reach its records right now.")).toBeVisible();

    await context.addCookies([await sessionCookie(Date.now() - 61_000)]);
    expect((await page.goto(`${broken.url}/home`))?.status()).toBe(503);
    expect((await context.cookies(broken.url)).map((cookie) => cookie.name)).toContain("shop-session");

    await context.clearCookies();
    await page.goto(`${broken.url}/login`);
    await page.getByLabel("Email").fill("ana@example.com");
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByText("The shop cannot reach its records right now.")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue("ana@example.com");

    const ready = await page.request.get(`${broken.url}/api/health/ready`);
    expect(ready.status()).toBe(503);
    expect(await ready.json()).toMatchObject({ database: "down" });
    expect((await page.request.get(`${broken.url}/api/health`)).status()).toBe(200);

    expect(broken.output()).toContain("database_unavailable");
    expect(broken.output()).not.toContain("topsecret");
    expect(broken.output()).not.toContain("ana@example.com");
  } finally {
    broken.stop();
  }
});

for (const [name, value] of [
  ["AUTH_SECRET", undefined],
  ["TWILIO_VERIFY_SERVICE_SID", "VA123"],
  ["ALLOW_PROVIDER_EMULATOR", undefined],
  ["DATABASE_URL", undefined],
] as const) {
  test(`a shop with ${value === undefined ? "no" : "a bad"} ${name} refuses to start (R43)`, async () => {
    const refused = await startSecondShop({ [name]: value });
    const exitCode = await Promise.race([
      refused.exitCode,
      new Promise<"still running">((resolve) => setTimeout(() => resolve("still running"), 20_000)),
    ]);
    refused.stop();
    expect(exitCode).toBe(1);
    const named = name === "ALLOW_PROVIDER_EMULATOR" ? "TWILIO_VERIFY_BASE_URL" : name;
    expect(refused.output()).toContain(named);
  });
}

test("a foreign site's form is refused with a sentence", async ({ request }) => {
  for (const path of ["/login", "/register", "/otp/AAAAAAAAAAAAAAAAAAAAAA"]) {
    const answer = await request.post(path, {
      headers: { origin: "https://evil.example" },
      form: { email: "a@example.com" },
    });
    expect(answer.status(), path).toBe(403);
    expect(await answer.text()).toContain("another site");
  }
});
