import { randomUUID } from "node:crypto";
import { addUser, sql } from "./database";
import { askForCode, expect, logInByForm, logInDirectly, newPerson, test } from "./fixtures";

test("staff sees a user's profile, sessions, codes and audit trail", async ({ page, context, member, browser }) => {
  const shopping = await browser.newContext();
  await logInByForm(await shopping.newPage(), member.email);
  const another = await browser.newContext();
  await askForCode(await another.newPage(), member.email);
  await sql(`UPDATE "User" SET "disabledReason" = 'asked for it', "disabledAt" = now() WHERE "id" = $1`, [member.id]);

  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await page.goto(`/admin/users?q=${member.username}`);
  await page.getByRole("rowheader").getByRole("link", { name: member.username }).click();
  await expect(page.getByRole("heading", { name: member.username })).toBeVisible();
  await expect(page.getByRole("link", { name: "View all" })).toHaveAttribute("href", new RegExp(member.id));
  const main = page.getByRole("main");
  await expect(main.getByText(member.email)).toBeVisible();
  await expect(main.getByText(/: asked for it$/)).toBeVisible();
  await expect(main.getByText(/^Chrome/).first()).toBeVisible();
  await expect(main.getByText("To log in: Used")).toBeVisible();
  await expect(main.getByText("To log in: Waiting for the code")).toBeVisible();
  await expect(main.getByText("None.")).toBeVisible();
  await shopping.close();
  await another.close();
});

test("an unknown user ID is not found", async ({ page, context }) => {
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  for (const id of [randomUUID(), "x", "'", "..%2f", randomUUID().replaceAll("-", "")]) {
    expect((await page.request.get(`/admin/users/${id}`)).status(), id).toBe(404);
  }
});
