import { randomBytes } from "node:crypto";
import { sql } from "./database";
import { expect, fromNewAddress, logInDirectly, test } from "./fixtures";
import { shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

const young = randomBytes(33).toString("base64url");

/** Beside the shop under test, which has the old secret alone. */
let both: SecondShop;
let last: SecondShop;

test.beforeAll(async () => {
  both = await startSecondShop({ AUTH_SECRET: `${young},${shop.authSecret}` });
  last = await startSecondShop({ AUTH_SECRET: young });
  await Promise.all([waitUntilUp(both), waitUntilUp(last)]);
});
test.afterAll(() => {
  both.stop();
  last.stop();
});

test("a member stays logged in through a rotation, at a page or at /api/me, and not without a visit during it", async ({
  context,
  page,
  member,
}) => {
  const isMember = async (url: string) => {
    await page.goto(`${url}/account`);
    return new URL(page.url()).pathname === "/account";
  };
  await logInDirectly(context, member.id, { checkedAt: Date.now() - 120_000 });
  expect(await isMember(last.url)).toBe(false);
  expect(await isMember(both.url)).toBe(true);
  expect(await isMember(last.url)).toBe(true);

  await logInDirectly(context, member.id);
  expect(await (await page.request.get(`${last.url}/api/me`)).json()).toEqual({ user: null });
  expect(await (await page.request.get(`${both.url}/api/me`)).json()).toMatchObject({ user: { role: "CUSTOMER" } });
  expect(await isMember(last.url)).toBe(true);
});

test("a program that took its form token from one instance logs in at another", async ({ request }) => {
  const { csrfToken } = await (await request.get(`${shop.url}/api/auth/csrf`)).json();
  const post = async (url: string) => {
    const answer = await request.post(`${url}/api/auth/callback/credentials`, {
      headers: { origin: url, ...fromNewAddress() },
      form: { csrfToken, challengeId: "A".repeat(22), code: "123456" },
      maxRedirects: 0,
    });
    return new URL(answer.headers().location ?? "", url).searchParams.get("error");
  };
  expect(await post(both.url)).toBe("CredentialsSignin");
  expect(await post(last.url)).toBe("MissingCSRF");
});

test("each instance notes which secrets it runs with, by names that are no secrets", async () => {
  const lists = async () =>
    (await sql<{ secretIds: string }>(`SELECT "secretIds" FROM "SecretUse"`)).map(Object.values);
  await expect.poll(async () => (await lists()).length).toBeGreaterThanOrEqual(3);
  for (const secret of [young, shop.authSecret]) expect(JSON.stringify(await lists())).not.toContain(secret);
});
