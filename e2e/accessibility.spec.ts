import type { Page } from "@playwright/test";
import { makeKeepToken, makeStopToken, makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { adminAtWork } from "./admin-at-work";
import {
  addOrder,
  addProduct,
  addRecoveringUser,
  addSession,
  addUser,
  addUserPendingDeletion,
  ageChallenges,
  fillBag,
  moveUser,
  proveSessions,
  sql,
} from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { askForCode, enterCode, expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";

// On a small phone in dark, where the least fits. app/theme.test.ts compares the colours of both themes.
test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

async function expectAccessible(page: Page) {
  await expectNoViolations(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

async function expectAllAccessible(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page);
  }
}

const publicPaths = [
  "/",
  "/bag",
  "/login",
  "/login?next=/home",
  "/login/recovery",
  "/register",
  "/logout/confirm",
  "/nowhere",
  "/unavailable",
];

for (const path of publicPaths) {
  test(`${path} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test("the product pages are accessible", async ({ page }) => {
  const products = await sql<{ slug: string }>(
    `(SELECT "slug" FROM "Product" WHERE "membersOnly" LIMIT 1) UNION ALL (SELECT "slug" FROM "Product" WHERE NOT "membersOnly" LIMIT 1)`,
  );
  await expectAllAccessible(
    page,
    products.map(({ slug }) => `/products/${slug}`),
  );
});

test("the forms are accessible with their errors shown", async ({ page }) => {
  await page.goto("/register");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Choose a username.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/login");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("Enter your email address.")).toBeVisible();
  await expectAccessible(page);
});

test("the code page is accessible, also after a wrong code (R45)", async ({ page, person }) => {
  await askForCode(page, person.email);
  await expectAccessible(page);
  await enterCode(page, "000000");
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
  await expectAccessible(page);
});

test("the code page is accessible with the phone options open, and after a code was requested by phone", async ({
  page,
  person,
}) => {
  await askForCode(page, person.email);
  await page.getByText("Get a code by phone instead").click();
  await expectAccessible(page);
  await ageChallenges(person.email, 31);
  await page.reload();
  await untilScriptsListen(page.getByLabel("One-time code"));
  await page.getByText("Get a code by phone instead").click();
  await page.getByRole("button", { name: "Text me a code" }).click();
  await expect(page.getByText("we are texting a code to it")).toBeVisible();
  await expectAccessible(page);
});

test("the page of an ended code request is accessible", async ({ page, person }) => {
  await askForCode(page, person.email);
  await ageChallenges(person.email, 601);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This code has expired" })).toBeVisible();
  await expectAccessible(page);
});

test("the pages behind the links of a code mail are accessible", async ({ page, context, member }) => {
  await askForCode(page, member.email);
  const url = page.url();
  await context.clearCookies();
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "Enter the code where you asked for it" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/not-me/${makeReportToken("challenge", url.split("/").at(-1) ?? "")}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "This was not me" }).click();
  await expect(page.getByRole("heading", { name: "Request cancelled" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/not-me/nothing");
  await expectAccessible(page);
});

test("the members' pages are accessible", async ({ page, context, member }) => {
  // Thirty pages, a second or two each, or ten on a busy machine.
  test.setTimeout(360_000);
  await logInDirectly(context, member.id);
  await sql(
    `INSERT INTO "Authenticator" ("credentialID", "userId", "providerAccountId", "credentialPublicKey", "counter",
       "credentialDeviceType", "credentialBackedUp", "name", "cloneSuspectedAt")
     VALUES ('key of ' || $1, $1::uuid, 'x', 'x', 1, 'singleDevice', false, 'My laptop', now()),
       ('other key of ' || $1, $1::uuid, 'y', 'y', 1, 'multiDevice', true, 'My phone', NULL)`,
    [member.id],
  );
  await addSession(member.id);
  await fillBag(member.id);
  const number = await addOrder(member.id, await addProduct());
  await expectAllAccessible(page, [
    "/home",
    "/checkout",
    "/account/orders",
    `/account/orders/${number}?notice=PLACED`,
    "/account",
    "/account?notice=HAD_ACCOUNT",
    "/account/review?notice=EMAIL_CHANGED",
    "/account/sessions",
    "/account/sessions?confirm=code&notice=SESSION_ENDED",
    "/account/passkeys",
    "/account/passkeys?confirm=code",
    "/account/recovery-codes",
    "/account/recovery-codes?confirm=code&notice=RECOVERY_FILE_REFUSED",
    "/account/confirm-with-recovery-code?act=add-passkey&next=/account/passkeys",
    "/account/confirm-with-recovery-code",
    "/account?notice=RECOVERY_LOGIN",
    "/account/passkeys?notice=PASSKEY_ADDED",
    "/account/data",
    "/account/data?confirm=code",
    "/account/data?notice=EXPORT_STEP_UP_NEEDED",
    "/account/delete",
    "/account/username",
    "/account/language",
    "/account/language?notice=LANGUAGE_SAVED",
    "/account/email",
    "/account/email?confirm=code&notice=EMAIL_TAKEN",
    "/account/phone",
    "/account/phone?confirm=code&notice=PHONE_TAKEN",
  ]);
  for (const act of ["change-email", "change-phone"]) await proveSessions(member.id, act);
  for (const [path, field] of [
    ["/account/username", "Username"],
    ["/account/email", "New email"],
    ["/account/phone", "Phone number"],
  ] as const) {
    await page.goto(path);
    await expectAccessible(page);
    await untilScriptsListen(page.getByLabel(field));
    await page.getByLabel(field).fill("1");
    await page.locator("main form button[type=submit]").first().click();
    await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
  }
});

test("the pages that undo a move to another email are accessible", async ({ page, member }) => {
  await page.goto(`/undo-email/${makeUndoEmailToken(await moveUser(member.id, newPerson().email))}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo the change" }).click();
  await expect(page.getByRole("heading", { name: "The change is undone" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/undo-email/nothing");
  await expectAccessible(page);
});

test("the pages of an account with a pending deletion are accessible", async ({ page }) => {
  await page.goto(`/undo-deletion/${makeKeepToken(await addUserPendingDeletion(newPerson()))}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("heading", { name: "Your account is kept" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/undo-deletion/nothing");
  await expectAccessible(page);
  await page.goto("/login?notice=DELETION_ASKED");
  await expectAccessible(page);
});

test("the pages that stop access for a new address are accessible", async ({ page }) => {
  await page.goto(`/stop-recovery/${makeStopToken(await addRecoveringUser(newPerson(), newPerson().email))}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop this" }).click();
  await expect(page.getByRole("heading", { name: "Your account keeps its address" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/stop-recovery/nothing");
  await expectAccessible(page);
});

test("the dashboard is accessible", async ({ page, context }) => {
  test.slow();
  const id = await addUser(newPerson(), "ADMIN");
  await logInDirectly(context, id, { role: "ADMIN" });
  await expectAllAccessible(page, [
    "/admin",
    "/admin/limits",
    "/admin/delivery",
    "/admin/delivery?domain=nowhere.example&notice=UNKNOWN",
    "/admin/delivery/mailbox",
    `/admin/delivery/mailbox?user=${id}`,
    "/admin/products",
    "/admin/orders",
    "/admin/orders?q=nobody-at-all",
    `/admin/orders/${await addOrder(id, await addProduct())}`,
    "/admin/users",
    "/admin/users?q=nobody-at-all",
    `/admin/users/${id}`,
    "/admin/audit",
    "/admin/audit?event=logout&actor=nobody&from=x",
    "/admin/audit?export=REAUTHENTICATION_NEEDED",
  ]);
  await logInDirectly(context, id, { role: "ADMIN", isByMail: true });
  await page.goto("/admin/users");
  await expect(page).toHaveURL(/\/admin\/passkey/);
  await expectAccessible(page);
});

test("the pages before a change are accessible, also when the change was refused", async ({
  page,
  context,
  member,
}) => {
  test.slow();
  await adminAtWork(page, context);
  await addSession(member.id);
  const order = await addOrder(member.id, await addProduct());
  await page.goto("/admin/users/new");
  await expectAccessible(page);
  const changes = [
    "edit",
    "delete",
    "invite",
    "disable",
    "enable",
    "passkeys",
    "recover",
    "stop-recovery",
    "role",
    "sessions",
  ];
  await expectAllAccessible(
    page,
    changes.map((change) => `/admin/users/${member.id}/${change}`),
  );
  await expectAllAccessible(page, [
    `/admin/users/selected?change=disable&user=${member.id}`,
    "/admin/users/selected",
    "/admin/limits/release",
    `/admin/delivery/mailbox/release?user=${member.id}&list=bounces`,
    ...["accept", "send", "cancel"].map((change) => `/admin/orders/${order}/${change}`),
    "/admin/products/new",
    `/admin/products/${(await addProduct()).id}/edit`,
  ]);
  await page.goto(`/admin/users/${member.id}/enable`);
  await untilScriptsListen(page.getByRole("button", { name: "Enable the account" }));
  await page.getByLabel("Reason").fill("A mistake");
  await page.getByRole("button", { name: "Enable the account" }).click();
  await expect(page.getByText("this account is already enabled")).toBeVisible();
  await expectAccessible(page);
});

test.describe("on a desktop in light", () => {
  test.use({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });

  test("the pages of each part of the shop are accessible", async ({ page, context, member }) => {
    test.setTimeout(360_000);
    await expectAllAccessible(page, publicPaths);
    await askForCode(page, member.email);
    await expectAccessible(page);
    await logInDirectly(context, member.id);
    await expectAllAccessible(page, [
      "/home",
      "/account",
      "/account/sessions?notice=SESSION_ENDED",
      "/account/data?confirm=code",
    ]);
    await adminAtWork(page, context);
    await expectAllAccessible(page, [
      "/admin",
      "/admin/users",
      `/admin/users/${member.id}`,
      "/admin/audit",
      "/admin/delivery",
      "/admin/products",
      "/admin/orders",
      "/admin/users/new",
    ]);
  });
});
