import type { Locator, Page } from "@playwright/test";
import {
  addSession,
  addUser,
  ageChallenges,
  countSessions,
  countUsers,
  type Person,
  sql,
  useUpLimit,
} from "./database";
import {
  askForCode,
  enterCode,
  expect,
  fromNewAddress,
  logInDirectly,
  newPerson,
  test,
  untilScriptsListen,
  wrongCode,
} from "./fixtures";
import { inbox } from "./running-shop";
import { askForCodeWithoutBrowser, comparable } from "./without-browser";

const product = "/products/blue-rim-kettle";
const askAnew = (page: Page) => page.getByRole("button", { name: /^Send a new code to t•••\w@example\.com$/ });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a login started at a product returns to it, even if its code expired", async ({ page, member }) => {
      await openEntrance(page, product, "Log in");
      await page.getByLabel("Email").fill(member.email);
      await page.getByRole("button", { name: "Send code" }).click();
      await page.waitForURL("**/otp/*");
      const late = await inbox.latestCode(member.email);
      await letExpire(member.email);
      await verify(page, late, javaScriptEnabled);

      await expect(page.getByRole("heading", { name: "This code has expired" })).toBeVisible();
      expect(page.url()).not.toContain("example");
      expect(await page.content()).not.toContain(member.email);
      await press(askAnew(page), javaScriptEnabled);
      await expect(page.getByLabel("One-time code")).toBeVisible();
      await ageChallenges(member.email, 2);
      await verify(page, await inbox.latestCode(member.email), javaScriptEnabled);
      await page.waitForURL(`**${product}`);
      expect(await countSessions(member.email)).toBe(1);
    });

    test("a registration started at a product keeps everything typed when its code expired", async ({
      page,
      person,
    }) => {
      await openEntrance(page, product, "Create account");
      await register(page, person, javaScriptEnabled);
      await letExpire(person.email);
      await page.reload();
      await press(askAnew(page), javaScriptEnabled);
      await expect(page.getByLabel("One-time code")).toBeVisible();
      await ageChallenges(person.email, 2);
      await verify(page, await inbox.latestCode(person.email), javaScriptEnabled);
      await page.waitForURL(`**${product}`);
      expect(await countUsers(person.email)).toBe(1);
    });

    test("“Use another email” leads to the form as it was typed, also through the login, and no URL contains it", async ({
      page,
      person,
    }) => {
      await page.goto(`/register?next=${product}`);
      await register(page, person, javaScriptEnabled);
      await page.getByRole("link", { name: "Use another email" }).click();
      await expectTyped(page, person);
      await page.getByRole("link", { name: "Log in" }).click();
      await page.waitForURL("**/login?*");
      await page.getByRole("link", { name: "Create an account" }).click();
      await page.waitForURL("**/register?*");
      await expectTyped(page, person);
      expect(decodeURIComponent(page.url())).toContain(`next=${product}`);
      for (const secret of [person.email, person.username, "415555"]) expect(page.url()).not.toContain(secret);

      const other = newPerson();
      if (javaScriptEnabled) await untilScriptsListen(page.getByLabel("Email"));
      await page.getByLabel("Email").fill(other.email);
      await page.getByRole("button", { name: "Create account" }).click();
      await page.waitForURL("**/otp/*");
      await ageChallenges(other.email, 2);
      await verify(page, await inbox.latestCode(other.email), javaScriptEnabled);
      await page.waitForURL(`**${product}`);
    });

    test("a username taken while the code expired is reported above the form as it was typed", async ({
      page,
      person,
    }) => {
      await page.goto("/register");
      await register(page, person, javaScriptEnabled);
      await letExpire(person.email);
      await addUser({ ...newPerson(), username: person.username });
      await page.reload();
      await press(askAnew(page), javaScriptEnabled);
      await expect(page.getByText("This username is already taken.")).toBeVisible();
      await expectTyped(page, person);
    });

    test("a second tab returns to its own page when the first has logged in", async ({ page, context, member }) => {
      await askForCode(page, member.email, "/login?next=/account");
      const second = await context.newPage();
      await askForCode(second, member.email, `/login?next=${product}`);
      const third = await context.newPage();
      await third.goto("/login?next=/account/sessions");
      if (javaScriptEnabled) await untilScriptsListen(third.getByLabel("Email"));
      await verify(page, await inbox.latestCode(member.email), javaScriptEnabled);
      await page.waitForURL("**/account");

      for (const [tab, path] of [
        [second, product],
        [third, "/account/sessions"],
      ] as const) {
        // What a browser says when a tab is looked at again; without scripts nobody listens, and the next request does it.
        await tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
        if (!javaScriptEnabled) await tab.reload();
        await tab.waitForURL(`**${path}`);
      }
      expect(await countSessions(member.email)).toBe(1);
    });

    test("a code typed into a second tab after the first has logged in continues, and creates no second session", async ({
      page,
      context,
      member,
    }) => {
      await askForCode(page, member.email);
      const second = await context.newPage();
      await lookNoMore(second);
      await askForCode(second, member.email, `/login?next=${product}`);
      await verify(page, await inbox.latestCode(member.email), javaScriptEnabled);
      await page.waitForURL("**/home");
      await verify(second, "000000", javaScriptEnabled);
      await second.waitForURL(`**${product}`);
      expect(await countSessions(member.email)).toBe(1);
    });

    test("a form of a session that was logged out in another tab leads to the login and back, and changes nothing", async ({
      page,
      context,
      member,
    }) => {
      await logInDirectly(context, member.id);
      await page.goto("/account/sessions");
      await addSession(member.id);
      await page.reload();
      const other = await context.newPage();
      // Told of the logout, the page would leave by itself.
      await other.addInitScript(() => {
        BroadcastChannel.prototype.postMessage = () => {};
      });
      await other.goto("/logout/confirm");
      await other.getByRole("main").getByRole("button", { name: "Log out" }).click();
      await expect(other.getByText("You are logged out.")).toBeVisible();

      const before = await countSessions(member.email);
      await press(
        page
          .getByRole("main")
          .getByRole("button", { name: /log out/i })
          .first(),
        javaScriptEnabled,
      );
      await page.waitForURL("**/login?next=%2Faccount%2Fsessions");
      expect(await countSessions(member.email)).toBe(before);
    });
  });
}

test("typed text is carried between registration and login, and is in no browser storage", async ({ page, person }) => {
  await page.goto(`/register?next=${product}`);
  await untilScriptsListen(page.getByLabel("Username"));
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill("mistyped@example.com");
  await page.getByRole("main").getByRole("link", { name: "Log in" }).click();
  await page.waitForURL("**/login?*");
  await expect(page.getByLabel("Email")).toHaveValue("mistyped@example.com");
  await untilScriptsListen(page.getByLabel("Email"));
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.waitForURL("**/register?*");
  await expect(page.getByLabel("Username")).toHaveValue(person.username);
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  for (const secret of [person.email, person.username, person.phone]) {
    expect(stored + page.url()).not.toContain(secret);
  }
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(person.email, 2);
  await verify(page, await inbox.latestCode(person.email), true);
  await page.waitForURL(`**${product}`);
});

test("a corrected address stays corrected when switching to the login", async ({ page, person }) => {
  await page.goto("/register");
  await register(page, person, true);
  await page.getByRole("link", { name: "Use another email" }).click();
  await expectTyped(page, person);
  const other = newPerson();
  await untilScriptsListen(page.getByLabel("Email"));
  await page.getByLabel("Email").fill(other.email);
  await page.getByRole("main").getByRole("link", { name: "Log in" }).click();
  await page.waitForURL("**/login?*");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.waitForURL("**/register?*");
  await expectTyped(page, { ...person, email: other.email });
});

test("a form shows nothing that the previous person in the tab typed, and the login replaces their document", async ({
  page,
  context,
  member,
}) => {
  await page.goto("/register");
  await untilScriptsListen(page.getByLabel("Username"));
  await page.getByLabel("Username").fill(member.username);
  await page.getByRole("main").getByRole("link", { name: "Log in" }).click();
  await page.waitForURL("**/login*");
  await untilScriptsListen(page.getByLabel("Email"));
  await page.getByLabel("Email").fill(member.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await verify(page, await inbox.latestCode(member.email), true);
  await page.waitForURL("**/home");
  // A document that has named nobody is not replaced.
  await expect(page.locator("[data-account-menu=ready]")).toContainText(member.username);
  await page.evaluate(() => Object.assign(window, { isTheirDocument: true }));
  await context.clearCookies();
  await page.getByRole("link", { name: "My account" }).click();
  await page.waitForURL("**/login?*");
  await page.waitForFunction(() => !("isTheirDocument" in window));
  await expect(page.getByLabel("Email")).toHaveValue("");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByLabel("Username")).toHaveValue("");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reached limit keeps the code page and the visitor's return path", async ({ page, member }) => {
    await askForCode(page, member.email, `/login?next=${product}`);
    const codePage = page.url();
    // Five codes in ten minutes; each one after the third would cost seconds of work.
    await useUpLimit("send.address.short", member.email, 5);
    await ageChallengesOnly(codePage);
    await page.reload();
    await askAnew(page).click();
    await expect(page.getByText(/Try again in \d+ minutes?/)).toBeVisible();
    await page.getByRole("link", { name: "Back to your code" }).click();
    await expect(page).toHaveURL(codePage);

    await page.getByRole("link", { name: "Use another email" }).click();
    await page.getByLabel("Email").fill(member.email);
    await page.getByRole("button", { name: "Send code" }).click();
    await expect(page.getByText(/Try again in \d+ minutes?/)).toBeVisible();
    await page.getByRole("link", { name: "Back to the login" }).click();
    expect(new URL(page.url()).searchParams.get("next")).toBe(product);
  });

  test("a logout removes from the browser what its code requests would show to the next person", async ({
    page,
    context,
    member,
  }) => {
    await askForCode(page, member.email);
    const codePage = page.url();
    await logInDirectly(context, member.id);
    await page.goto("/logout/confirm");
    await page.getByRole("main").getByRole("button", { name: "Log out" }).click();
    await expect(page.getByText("You are logged out.")).toBeVisible();
    await page.goto(codePage);
    await expect(page.getByRole("heading", { name: "Enter your code" })).toHaveCount(0);
    expect(await page.content()).not.toContain("@example.com");
    expect((await context.cookies()).filter(({ name }) => name.includes("challenge"))).toEqual([]);
  });

  test("the page of an expired challenge is the same for a member and for an unknown address (R13)", async ({
    member,
  }) => {
    const seen = [];
    for (const { email } of [member, newPerson()]) {
      const request = await askForCodeWithoutBrowser(email);
      await ageChallenges(email, 601);
      const { body } = await request.browser.get(request.page);
      const html = comparable(body, { ID: request.challengeId });
      seen.push(html.replaceAll(/t•••\w@example\.com/g, "MASKED"));
    }
    expect(seen[0]).toContain("MASKED");
    expect(seen[1]).toEqual(seen[0]);
  });

  test("another browser learns nothing from the page of an expired challenge, nor from its form (R4)", async ({
    page,
    browser,
    person,
  }) => {
    await page.goto("/register");
    await register(page, person, false);
    await letExpire(person.email);
    const id = page.url().split("/").at(-1) ?? "";
    const context = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
    const other = await context.newPage();
    await other.goto(`/otp/${id}`);
    await expect(other).toHaveURL(/\/login\?notice=CHALLENGE_ENDED/);
    await other.goto(`/register?from=${id}`);
    await expect(other.getByLabel("Email")).toHaveValue("");
    await expect(other.getByLabel("Username")).toHaveValue("");
    expect(await other.content()).not.toContain(person.email);
    await context.close();
  });

  test("a visitor who registers an existing account's address is logged in, told so, and returned to their page", async ({
    page,
    member,
  }) => {
    await page.goto(`/register?next=${product}`);
    await register(page, { ...newPerson(), email: member.email }, false);
    await ageChallenges(member.email, 2);
    await verify(page, await inbox.latestCode(member.email), false);
    await expect(page.getByText("You already had an account with this email")).toBeVisible();
    await page.getByRole("link", { name: "Continue to where you were" }).click();
    await expect(page).toHaveURL(product);
  });

  test("an expired code for a new address keeps what was typed, and says what to do", async ({
    page,
    context,
    member,
  }) => {
    await logInDirectly(context, member.id);
    const { email } = newPerson();
    await page.goto("/account/email");
    await proveHere(page, member.email);
    await askForNewEmail(page, email);
    await page.waitForURL("**/otp/*");
    await letExpire(email);
    await page.reload();
    await expect(page).toHaveURL(/\/account\/email\?notice=CHANGE_CODE_ENDED$/);
    await expect(page.getByText("so nothing was changed. Confirm it's you again")).toBeVisible();
    await proveHere(page, member.email);
    await expect(page.getByLabel("New email")).toHaveValue(email);
  });

  test("an expired confirmation is reported when the form is sent, and no message is sent", async ({
    page,
    context,
    member,
  }) => {
    await logInDirectly(context, member.id);
    await page.goto("/account/email");
    await proveHere(page, member.email);
    await sql(`DELETE FROM "StepUp" USING "Session" WHERE "sessionId" = "id" AND "userId" = $1`, [member.id]);
    const { email } = newPerson();
    await askForNewEmail(page, email);
    await expect(page).toHaveURL(/\/account\/email\?notice=REAUTHENTICATION_ENDED$/);
    await expect(page.getByText("You confirmed more than five minutes ago")).toBeVisible();
    expect(await inbox.messages({ to: email })).toEqual([]);
  });

  test("an expired code for a sensitive action leads back to the requesting page, with a sentence", async ({
    page,
    context,
    member,
  }) => {
    await logInDirectly(context, member.id);
    await page.goto("/account/data");
    await page.getByRole("button", { name: "Download your data" }).click();
    await page.waitForURL("**/otp/*");
    const code = await inbox.latestCode(member.email);
    await letExpire(member.email);
    await verify(page, wrongCode(code), false);
    await expect(page).toHaveURL(/\/account\/data\?notice=STEP_UP_ENDED$/);
    await expect(page.getByText("That code no longer works, so nothing was done.")).toBeVisible();
  });
});

/** Confirms a change of the email by the code from the mail. */
async function proveHere(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Change email" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(email, 2);
  await verify(page, await inbox.latestCode(email), false);
  await page.waitForURL("**/account/email");
}

async function askForNewEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel("New email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
}

async function openEntrance(page: Page, path: string, link: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: link }).click();
  await page.waitForURL((url) => url.pathname !== path);
}

async function register(page: Page, person: Person, hasScripts: boolean): Promise<void> {
  if (hasScripts) await untilScriptsListen(page.getByLabel("Username"));
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Phone number").fill(person.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/otp/*");
}

async function expectTyped(page: Page, person: Person): Promise<void> {
  await expect(page.getByLabel("Username")).toHaveValue(person.username);
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
  await expect(page.getByLabel("Phone number")).toHaveValue(person.phone);
}

/** Where scripts run, a whole code sends itself. */
async function verify(page: Page, code: string, hasScripts: boolean): Promise<void> {
  if (hasScripts) await untilScriptsListen(page.getByLabel("One-time code"));
  await enterCode(page, code);
  if (!hasScripts) await page.getByRole("button", { name: "Verify" }).click();
}

async function press(button: Locator, hasScripts: boolean): Promise<void> {
  await expect(button).toBeVisible();
  if (hasScripts) await untilScriptsListen(button);
  await button.click();
}

/** Keeps a code page from looking again by itself after some seconds, which would lead it on before a code is typed. */
async function lookNoMore(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    const keepShort = (run: TimerHandler, ms = 0) => (ms < 5_000 ? setTimeout(run, ms) : 0);
    Object.assign(window, { setTimeout: keepShort });
  });
}

/** As if ten minutes had gone by, also at Twilio. */
async function letExpire(email: string): Promise<void> {
  await ageChallenges(email, 601);
  await inbox.advanceClock(10 * 60_000 + 1_000, email);
}

/** The request of this code page alone; others for the same address stay young. */
async function ageChallengesOnly(codePage: string): Promise<void> {
  await sql(
    `UPDATE "Challenge" SET "createdAt" = "createdAt" - interval '601 seconds',
       "lastSentAt" = "lastSentAt" - interval '601 seconds', "expiresAt" = "expiresAt" - interval '601 seconds'
     WHERE "id" = $1`,
    [codePage.split("/").at(-1)],
  );
}
