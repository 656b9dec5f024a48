import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test } from "./fixtures";

test("a shopper finds no dashboard, not even a hint of one", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  for (const path of ["/admin", "/admin/users"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("table")).toHaveCount(0);
  }
});

test("a role forged into a cookie opens nothing: the row decides", async ({ page, context, member }) => {
  await logInDirectly(context, member.id, { role: "ADMIN" });
  expect((await page.goto("/admin/users"))?.status()).toBe(404);
});

test("a stranger is sent to the login", async ({ page }) => {
  await page.goto("/admin/users");
  await expect(page).toHaveURL(/\/login\?next=%2Fadmin%2Fusers$/);
});

for (const role of ["STAFF", "ADMIN"] as const) {
  test(`${role.toLowerCase()} lists, searches and pages users`, async ({ page, context }) => {
    const reader = newPerson();
    const id = await addUser(reader, role);
    const mark = newPerson().username;
    for (let number = 10; number < 37; number++) {
      await addUser({ username: `${mark}-${number}`, email: `${mark}-${number}@example.com`, phone: "+14155552671" });
    }
    await logInDirectly(context, id, { role });
    await page.goto("/admin/users");
    await expect(page.getByRole("table")).toBeVisible();

    await page.getByLabel("Search").fill(mark.toUpperCase());
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(new RegExp(`q=${mark.toUpperCase()}`));
    await expect(page.getByRole("row")).toHaveCount(26);
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByRole("row")).toHaveCount(3);
    await page.getByRole("link", { name: "Newer" }).click();
    await expect(page.getByRole("row")).toHaveCount(26);

    await page.getByLabel("Search").fill(`${mark}-nobody`);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("No user fits")).toBeVisible();
  });
}

test("a demoted admin loses the dashboard on the next request", async ({ page, context }) => {
  const admin = newPerson();
  const id = await addUser(admin, "ADMIN");
  await logInDirectly(context, id, { role: "ADMIN" });
  expect((await page.goto("/admin/users"))?.status()).toBe(200);
  await sql(`UPDATE "User" SET "role" = 'CUSTOMER' WHERE "id" = $1`, [id]);
  expect((await page.goto("/admin/users"))?.status()).toBe(404);
});

test("odd things in the list's address are left out, not a fault", async ({ page, context }) => {
  const id = await addUser(newPerson(), "STAFF");
  await logInDirectly(context, id, { role: "STAFF" });
  for (const query of ["after=x", "q=%00", "q=a&q=b", "before=' OR 1=1", `q=${"a".repeat(5_000)}`, "q=%25%5F"]) {
    expect((await page.goto(`/admin/users?${query}`))?.status(), query).toBe(200);
  }
});
