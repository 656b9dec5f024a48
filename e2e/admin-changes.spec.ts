import { adminAtWork } from "./admin-at-work";
import { addSession, addUser, countSessions, sql } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { type FormField, postForm, readForms } from "./posted-forms";
import { sendRaw } from "./raw-http";
import { inbox, shop } from "./running-shop";

const roleOf = async (id: string) =>
  (await sql<{ role: string }>(`SELECT "role" FROM "User" WHERE "id" = $1`, [id]))[0];

test("an admin disables a user after confirming with a passkey, and enables them again without confirming twice", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  await addSession(member.id);
  await page.goto(`/admin/users/${member.id}`);
  await page.getByRole("link", { name: "Disable" }).click();
  await expect(page.getByRole("heading", { name: `Disable ${member.username}?` })).toBeVisible();
  await untilScriptsListen(page.getByLabel("Reason"));
  await page.getByLabel("Reason").fill("Card fraud");
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("Account disabled, and logged out everywhere.")).toBeVisible();
  await expect(page.getByText(/: Card fraud$/)).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);

  await page.getByRole("link", { name: "Enable" }).click();
  await expect(page.getByText("Your passkey has confirmed it's you.")).toBeVisible();
  await page.getByLabel("Reason").fill("A mistake");
  await page.getByRole("button", { name: "Enable the account" }).click();
  await expect(page.getByText("Account enabled.")).toBeVisible();
});

test("an admin changes a role and ends one of two sessions", async ({ page, context, member }) => {
  await adminAtWork(page, context);
  await page.goto(`/admin/users/${member.id}/role`);
  await untilScriptsListen(page.getByRole("button", { name: "Change the role" }));
  await page.getByLabel("Staff").check();
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByText("Role changed.")).toBeVisible();
  expect(await roleOf(member.id)).toEqual({ role: "STAFF" });

  await addSession(member.id);
  await addSession(member.id);
  await page.goto(`/admin/users/${member.id}/sessions`);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: "End sessions", exact: true }).click();
  await expect(page.getByText("Session ended.")).toBeVisible();
  expect(await countSessions(member.email)).toBe(1);
});

test("an admin selects several users of a search, disables them together, and returns to that search", async ({
  page,
  context,
}) => {
  const mark = newPerson().username;
  const ids: string[] = [];
  for (const number of [1, 2, 3]) {
    const person = newPerson();
    ids.push(await addUser({ ...person, username: `${mark}.${number}` }));
  }
  await adminAtWork(page, context);
  await page.goto(`/admin/users?q=${mark}`);
  await page.getByLabel(`Select ${mark}.1`).check();
  await page.getByLabel(`Select ${mark}.3`).check();
  await page.getByRole("button", { name: "Disable selected users" }).click();
  await expect(page.getByRole("heading", { name: "Disable these accounts?" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 users" })).toBeVisible();
  await untilScriptsListen(page.getByLabel("Reason"));
  await page.getByLabel("Reason").fill("Card fraud");
  await page.getByRole("button", { name: "Disable them" }).click();
  await expect(page.getByText("2 accounts are disabled.")).toBeVisible();
  await expect(page.getByLabel("Search")).toHaveValue(mark);
  const rows = await sql<{ id: string }>(`SELECT "id" FROM "User" WHERE "id" = ANY($1) AND "disabledAt" IS NOT NULL`, [
    ids,
  ]);
  expect(rows.map(({ id }) => id).sort()).toEqual([ids[0], ids[2]].sort());

  await page.getByLabel("All on this page").check();
  await page.getByRole("button", { name: "Enable selected users" }).click();
  await page.getByLabel("Reason").fill("A mistake");
  await page.getByRole("button", { name: "Enable them" }).click();
  await expect(page.getByText("2 accounts are enabled. One stayed the same")).toBeVisible();
});

test("a passkey that does not confirm changes nothing, and keeps what was typed", async ({ page, context, member }) => {
  const { id, device } = await adminAtWork(page, context);
  await page.goto(`/admin/users/${member.id}/disable`);
  await untilScriptsListen(page.getByLabel("Reason"));
  // The device holds another person's passkey too, and signs for the admin with a key that is not the one we know.
  await device.holdPasskeyOf(member.id);
  await sql(
    `UPDATE "Authenticator" SET "credentialPublicKey" = "other"."credentialPublicKey"
     FROM "Authenticator" AS "other" WHERE "Authenticator"."userId" = $1 AND "other"."userId" = $2`,
    [id, member.id],
  );
  await page.getByLabel("Reason").fill("Card fraud");
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("This passkey was not accepted, so nothing was done.")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("Card fraud");
  expect(await sql(`SELECT 1 FROM "User" WHERE "id" = $1 AND "disabledAt" IS NULL`, [member.id])).toHaveLength(1);
});

test("without a connection the passkey is not requested, and the typed text stays until the connection is back", async ({
  page,
  context,
  member,
}) => {
  await adminAtWork(page, context);
  await page.goto(`/admin/users/${member.id}/disable`);
  await untilScriptsListen(page.getByLabel("Reason"));
  await page.getByLabel("Reason").fill("Card fraud");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("The shop could not be reached, so nothing was done.")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("Card fraud");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("Account disabled, and logged out everywhere.")).toBeVisible();
});

test("an admin removes all passkeys of a user, who gets an email about it", async ({ page, context, member }) => {
  const { id, device } = await adminAtWork(page, context);
  await device.holdPasskeyOf(member.id);
  await page.goto(`/admin/users/${member.id}`);
  await page.getByRole("link", { name: "Reset passkeys" }).click();
  await expect(page.getByText("The one passkey stops working.")).toBeVisible();
  // The device holds two passkeys now, and would not ask which: the proof is there already.
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
    [id],
  );
  await page.reload();
  await page.getByRole("button", { name: "Remove all passkeys" }).click();
  await expect(page.getByText("An email to the user is on its way.")).toBeVisible();
  await inbox.waitForMessage({ to: member.email, subject: "All your passkeys were removed" });
});

test("a re-authentication that expired while the page was open is requested again, and nothing typed is lost", async ({
  page,
  context,
  member,
}) => {
  const { id } = await adminAtWork(page, context);
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
    [id],
  );
  await page.goto(`/admin/users/${member.id}/disable`);
  await untilScriptsListen(page.getByLabel("Reason"));
  await page.getByLabel("Reason").fill("Card fraud");
  await sql(
    `UPDATE "StepUp" SET "provenAt" = now() - interval '6 minutes'
     WHERE "sessionId" IN (SELECT "id" FROM "Session" WHERE "userId" = $1)`,
    [id],
  );
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("confirm with your passkey first")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("Card fraud");
  await page.getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByText("Account disabled, and logged out everywhere.")).toBeVisible();
});

test("an admin sees no buttons for changes on their own account", async ({ page, context }) => {
  const { id } = await adminAtWork(page, context);
  await page.goto(`/admin/users/${id}/role`);
  await page.waitForURL(`**/admin/users/${id}`);
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change role" })).toHaveCount(0);
});

test("the form of a role change changes nothing when staff, a shopper or a visitor posts it without its page", async ({
  page,
  context,
  member,
}) => {
  const { id } = await adminAtWork(page, context);
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
    [id],
  );
  const path = `/admin/users/${member.id}/role`;
  const cookieOf = async () => (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const asAdmin = await cookieOf();
  const [form] = readForms(await sendRaw(shop.url, { target: path, headers: [["Cookie", asAdmin]] }), path);
  const fields = (form?.fields ?? []).filter(({ name }) => name !== "role").concat({ name: "role", value: "ADMIN" });
  for (const role of ["STAFF", "CUSTOMER"] as const) {
    await context.clearCookies();
    await logInDirectly(context, await addUser(newPerson(), role), { role });
    expect((await post(path, fields, await cookieOf())).status, role).toBe(404);
  }
  expect((await post(path, fields, "")).headers.location).toContain("/login?next=");
  expect(await roleOf(member.id)).toEqual({ role: "CUSTOMER" });
  // The control: the same form, posted as the admin whose page it is.
  expect((await post(path, fields, asAdmin)).headers.location).toContain("notice=ROLE_CHANGED");
  expect(await roleOf(member.id)).toEqual({ role: "ADMIN" });
});

async function post(path: string, fields: FormField[], cookie: string) {
  const headers = [["Origin", shop.url], ...(cookie ? [["Cookie", cookie]] : [])] as [string, string][];
  return await sendRaw(shop.url, postForm(path, fields, headers));
}
