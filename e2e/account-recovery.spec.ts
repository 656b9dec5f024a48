import { makeStopToken } from "@/lib/signed-link/account-links";
import { adminAtWork } from "./admin-at-work";
import { addRecoveringUser, countSessions, sql } from "./database";
import { expect, fromNewAddress, logInByForm, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

const begunOf = (id: string) => sql(`SELECT 1 FROM "AccountRecovery" WHERE "userId" = $1`, [id]);

test("an admin starts an account recovery, and the reader of the old mailbox stops it without logging in", async ({
  page,
  context,
  browser,
  member,
}) => {
  await adminAtWork(page, context);
  const newEmail = newPerson().email;
  await page.goto(`/admin/users/${member.id}`);
  await page.getByRole("link", { name: "Give access to a new address" }).click();
  const button = page.getByRole("button", { name: "Start the wait" });
  await untilScriptsListen(button);
  await page.getByLabel("New email address").fill(newEmail);
  await page.getByLabel("Reason").fill("Showed an identity card");
  await button.click();
  await expect(
    page.getByText("Started. The wait begins when SendGrid accepts the email to the old address."),
  ).toBeVisible();
  await expect(page.getByText(newEmail)).toBeVisible();
  await page.getByRole("link", { name: "Complete access for a new address" }).click();
  const complete = page.getByRole("button", { name: "Give access" });
  await untilScriptsListen(complete);
  await complete.click();
  await expect(page.getByText("the wait is not over yet")).toBeVisible();

  await inbox.waitForMessage({ to: newEmail, subject: "Your account may get this address" });
  const mail = await inbox.waitForMessage({
    to: member.email,
    subject: "Someone says that you have lost your account",
  });
  const link = /https?:\/\/\S+\/stop-recovery\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  const elsewhere = await browser.newContext({ extraHTTPHeaders: fromNewAddress(), javaScriptEnabled: false });
  const ownersPage = await elsewhere.newPage();
  for (let scan = 0; scan < 3; scan++) await ownersPage.goto(link);
  expect(await begunOf(member.id)).toHaveLength(1);
  await ownersPage.getByRole("button", { name: "Stop this" }).click();
  await expect(ownersPage.getByRole("heading", { name: "Your account keeps its address" })).toBeVisible();
  expect(await begunOf(member.id)).toEqual([]);
  await inbox.waitForMessage({ to: member.email, subject: "Your account keeps its address" });
  await page.goto(`/admin/users/${member.id}`);
  await expect(page.getByText("Access for a new address stopped", { exact: true })).toBeVisible();
  await elsewhere.close();
});

test("after the wait the owner logs in with a code to the new address", async ({ page, context, browser }) => {
  await adminAtWork(page, context);
  const [person, newEmail] = [newPerson(), newPerson().email];
  const { id } = await addRecoveringUser(person, newEmail, 73);
  await page.goto(`/admin/users/${id}/recover`);
  const complete = page.getByRole("button", { name: "Give access" });
  await untilScriptsListen(complete);
  await complete.click();
  await expect(page.getByText("The account has the new address.")).toBeVisible();
  const elsewhere = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  const ownersPage = await elsewhere.newPage();
  await logInByForm(ownersPage, newEmail);
  expect(await countSessions(newEmail)).toBe(1);
  expect(await countSessions(person.email)).toBe(0);
  await elsewhere.close();
});

test("a login stops an account recovery, and an open session sees a notice", async ({ page, browser }) => {
  const person = newPerson();
  const { id, startedAt } = await addRecoveringUser(person, newPerson().email, 73);
  const elsewhere = await browser.newContext({ extraHTTPHeaders: fromNewAddress() });
  await logInDirectly(elsewhere, id);
  const alive = await elsewhere.newPage();
  await alive.goto("/account");
  await expect(alive.getByText("Someone says that you have lost this account")).toBeVisible();
  const token = makeStopToken({ id, email: person.email, startedAt });
  await expect(alive.getByRole("link", { name: "Stop this" })).toHaveAttribute("href", `/stop-recovery/${token}`);
  await logInByForm(page, person.email);
  expect(await begunOf(id)).toEqual([]);
  await alive.reload();
  await expect(alive.getByText("Someone says that you have lost this account")).toHaveCount(0);
  await elsewhere.close();
});
