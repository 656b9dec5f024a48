import { ageChallenges, countSessions, countUsers, sql } from "./database";
import { askForCode, enterCode, expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

// "Codes are late" is told to all visitors alike, so these tests would meet each other.
test.describe.configure({ mode: "serial" });

test.afterEach(async () => {
  await sql(`DELETE FROM "ProviderHealth"`);
});

test("when Twilio is down the page says that codes are late, and a later try succeeds (R42)", async ({
  page,
  member,
  person,
}) => {
  const fault = await inbox.addFault({ match: { to: member.email, path: "/Verifications$" }, action: { code: 20503 } });
  await askForCode(page, member.email);
  await expect(page.getByText("Codes are delayed at the moment.")).toBeVisible({ timeout: 15_000 });
  expect(await countSessions(member.email)).toBe(0);

  const other = await page.context().newPage();
  await askForCode(other, person.email);
  await expect(other.getByText("Codes are delayed at the moment.")).toBeVisible();

  await inbox.clearFaults(fault.id);
  await ageChallenges(member.email, 31);
  await page.reload();
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText("We are sending the code again.")).toBeVisible();
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/home");
});

test("when Twilio does not answer, the check ends after five seconds without a session", async ({ page, member }) => {
  await askForCode(page, member.email);
  const code = await inbox.latestCode(member.email);
  const fault = await inbox.addFault({
    match: { to: member.email, path: "/VerificationCheck$", times: 1 },
    action: { delayMs: 12_000 },
  });
  await enterCode(page, code);
  await expect(page.getByText("We could not check your code just now.")).toBeVisible({ timeout: 8_000 });
  expect(await countSessions(member.email)).toBe(0);
  await inbox.clearFaults(fault.id);
});

test("a refused mail changes nothing on the page of a visitor without an account", async ({ page, person }) => {
  await inbox.addFault({ match: { to: person.email, path: "^/v3/" }, action: { status: 503, body: "html" } });
  await askForCode(page, person.email);
  await enterCode(page, "000000");
  await expect(page.getByText("That code is wrong or has expired.")).toBeVisible();
});

test("an email change waits while SendGrid does not accept the mail to the old address, and is made when it does", async ({
  page,
  context,
  member,
}) => {
  const confirm = async (address: string) => {
    await page.waitForURL("**/otp/*");
    await ageChallenges(address, 2);
    await enterCode(page, await inbox.latestCode(address));
    await page.waitForURL(/\/account\/email$/);
  };
  const { email } = newPerson();
  await logInDirectly(context, member.id);
  await page.goto("/account/email");
  await page.getByRole("button", { name: "Change email" }).click();
  await confirm(member.email);
  await untilScriptsListen(page.getByLabel("New email"));
  await page.getByLabel("New email").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  const match = { to: member.email, path: "/mail/send$", times: 1 };
  const fault = await inbox.addFault({ match, action: { status: 503 } });
  await confirm(email);
  await expect(page.getByText("We could not reach your old mailbox yet.")).toBeVisible();
  expect(await countUsers(email)).toBe(0);
  // The process of the shop tries again by itself.
  const told = { to: member.email, subject: "Your email address was changed", timeoutMs: 20_000 };
  expect((await inbox.waitForMessage(told)).text).toContain("/undo-email/");
  await inbox.waitForMessage({ to: email, subject: "This is now your account's address", timeoutMs: 20_000 });
  expect(await countUsers(email)).toBe(1);
  await inbox.clearFaults(fault.id);
  await page.goto("/account");
  await expect(page.getByText(email)).toBeVisible();
});
