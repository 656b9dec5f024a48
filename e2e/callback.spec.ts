import { type APIRequestContext, request as playwrightRequest } from "@playwright/test";
import { countSessions } from "./database";
import { askForCode, expect, test, wrongCode } from "./fixtures";
import { inbox, shop } from "./running-shop";

// NextAuth's credentials callback is open to everyone by its nature; these are the ways to try it by hand.

async function callBack(request: APIRequestContext, fields: Record<string, string>) {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  return await request.post("/api/auth/callback/credentials", { form: { csrfToken, ...fields }, maxRedirects: 0 });
}

function hasSession(setCookie: string | undefined): boolean {
  return /shop-session=[^;]/.test(setCookie ?? "");
}

test("the callback creates a session only from a challenge, its browser and its code (R25)", async ({
  page,
  member,
}) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const challengeId = page.url().split("/").at(-1) ?? "";
  const stranger = await playwrightRequest.newContext({ baseURL: shop.url });

  const attempts: [APIRequestContext, Record<string, string>][] = [
    [stranger, {}],
    [stranger, { email: member.email }],
    [stranger, { email: member.email, code }],
    [stranger, { challengeId, code }],
    [stranger, { id: member.id, sub: member.id, role: "ADMIN" }],
    [page.request, { challengeId }],
    [page.request, { challengeId, code: wrongCode(code) }],
    [page.request, { challengeId: "x".repeat(22), code }],
    [page.request, { challengeId, username: member.username, phone: member.phone }],
    [page.request, { challengeId: "' OR 1=1 --", code: "' OR 1=1 --" }],
  ];
  for (const [request, fields] of attempts) {
    const answer = await callBack(request, fields);
    expect(hasSession(answer.headers()["set-cookie"]), JSON.stringify(Object.keys(fields))).toBe(false);
    expect(answer.status()).toBeLessThan(500);
  }
  expect(await countSessions(member.email)).toBe(0);

  const right = await callBack(page.request, { challengeId, code });
  expect(hasSession(right.headers()["set-cookie"])).toBe(true);
  expect(await countSessions(member.email)).toBe(1);
  await stranger.dispose();
});

test("the callback creates no session without NextAuth's CSRF token", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const challengeId = page.url().split("/").at(-1) ?? "";
  const answer = await page.request.post("/api/auth/callback/credentials", {
    form: { challengeId, code },
    maxRedirects: 0,
  });
  expect(hasSession(answer.headers()["set-cookie"])).toBe(false);
  expect(await countSessions(member.email)).toBe(0);
});

test("the callback creates no session from another site's page, even with NextAuth's CSRF token (R38)", async ({
  page,
  member,
}) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const challengeId = page.url().split("/").at(-1) ?? "";
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    form: { csrfToken, challengeId, code },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
  expect(await countSessions(member.email)).toBe(0);
});

test("an invalid callback URL causes no error in NextAuth", async ({ request }) => {
  for (const callbackUrl of ["\\\\evil.example", "javascript:alert(1)", "%"]) {
    expect((await request.get(`/api/auth/csrf?callbackUrl=${encodeURIComponent(callbackUrl)}`)).status()).toBe(200);
    const cookie = `shop-callback=${encodeURIComponent(callbackUrl)}`;
    expect((await request.get("/api/auth/csrf", { headers: { cookie } })).status()).toBe(200);
    expect((await request.get("/api/auth/session", { headers: { cookie } })).status()).toBe(200);
  }
});

test("a callback URL that is not a text causes no error and no session", async ({ request, member }) => {
  for (const callbackUrl of [5, true, {}, ["/home"]]) {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const answer = await request.post("/api/auth/callback/credentials", {
      data: { csrfToken, callbackUrl, challengeId: "x".repeat(22), code: "000000" },
      maxRedirects: 0,
    });
    expect(answer.status(), JSON.stringify(callbackUrl)).toBe(302);
    expect(answer.headers().location).toMatch(/\/login\?error=CredentialsSignin&code=CHALLENGE_ENDED$/);
    expect(hasSession(answer.headers()["set-cookie"])).toBe(false);
  }
  expect(await countSessions(member.email)).toBe(0);
});

test("the session endpoint reveals nothing about the person", async ({ page, member, context }) => {
  const { logInDirectly } = await import("./fixtures");
  await logInDirectly(context, member.id);
  const session = await (await page.request.get("/api/auth/session")).json();
  expect(Object.keys(session)).toEqual(["expires"]);
});

test("NextAuth's own sign-in and sign-out pages are closed", async ({ request }) => {
  for (const path of ["/api/auth/signin", "/api/auth/signout", "/api/auth/error", "/api/auth/verify-request"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  expect((await request.post("/api/auth/signout")).status()).toBe(404);
});
