import { cpSync, rmSync, writeFileSync } from "node:fs";
import { addUser, countSessions, sql } from "./database";
import { expect, logInDirectly, newPerson, test } from "./fixtures";
import { expectAccess, logInEachRole, routeAccess } from "./route-access";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

// The same build with its middleware taken out: what CVE-2025-29927 did to shops whose only lock it was.
const folder = ".data/without-middleware";
const premium = "The blue line is never straight";

let open: SecondShop;

/** Where a page is when no middleware leads to it. */
const asIs = (path: string) => `${open.url}/en${path}`;

test.describe.configure({ mode: "serial" });
// Nobody makes nonces here, so the scripts of pages made per request are refused: plain pages, but no open ones.
test.use({ expectedConsoleError: /Content Security Policy/ });
test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(".next/standalone", folder, { recursive: true });
  const none = { version: 3, middleware: {}, functions: {}, sortedMiddleware: [] };
  writeFileSync(`${folder}/.next/server/middleware-manifest.json`, JSON.stringify(none));
  open = await startSecondShop({}, folder);
  await waitUntilUp(open);
});
test.afterAll(() => {
  open.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the premium page shows only the request to log in, to visitors and members (R35)", async ({
  page,
  context,
  member,
}) => {
  for (const isMember of [false, true]) {
    if (isMember) await logInDirectly(context, member.id, {}, open.url);
    await page.goto(asIs("/home"));
    await expect(page.getByText("Please log in to continue.")).toBeVisible();
    expect(await page.content()).not.toContain(premium);
    expect((await page.request.get(asIs("/home/anything"))).status()).toBe(404);
  }
});

test("a visitor who is not logged in sees no page with data (R35)", async ({ page }) => {
  for (const path of ["/account", "/admin", "/admin/users"]) {
    await page.goto(asIs(path));
    await expect(page).toHaveURL(/\/login\?next=/);
  }
  expect(await (await page.request.get(`${open.url}/api/me`)).json()).toEqual({ user: null });
});

test("a shopper gets no dashboard, and an ended session gets nothing (R35)", async ({ page, context, member }) => {
  await logInDirectly(context, member.id, { role: "ADMIN" }, open.url);
  expect((await page.goto(asIs("/admin/users")))?.status()).toBe(404);
  await page.goto(asIs("/account"));
  await expect(page.getByRole("heading", { name: `Hello, ${member.username}` })).toBeVisible();
  await sql(`DELETE FROM "Session" WHERE "userId" = $1`, [member.id]);
  await page.goto(asIs("/account"));
  await expect(page).toHaveURL(/\/login/);
});

test("staff gain and lose access by their row in the database (R35)", async ({ page, context }) => {
  const staff = newPerson();
  const id = await addUser(staff, "STAFF");
  await logInDirectly(context, id, { role: "CUSTOMER" }, open.url);
  expect((await page.goto(asIs("/admin/users")))?.status()).toBe(200);
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [id]);
  await page.goto(asIs("/admin/users"));
  await expect(page).toHaveURL(/\/login/);
});

test("each role gets the same from every page with data as behind the middleware (R35)", async () => {
  const roles = await logInEachRole();
  const guarded = Object.keys(routeAccess).filter((route) =>
    ["member", "download", "staff", "admin", "export", "door"].includes(routeAccess[route] ?? ""),
  );
  for (const route of guarded) await expectAccess(route, asIs(""), roles);
});

test("a form of another site changes nothing (R38)", async ({ request, member }) => {
  const answer = await request.post(asIs("/login"), {
    headers: { origin: "https://evil.example" },
    form: { email: member.email },
  });
  expect(await answer.text()).not.toContain("One-time code");
  expect(await sql(`SELECT 1 AS one FROM "Challenge" WHERE "address" = $1`, [member.email])).toEqual([]);
  expect(await countSessions(member.email)).toBe(0);
});
