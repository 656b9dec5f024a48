import type { Page } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { addProduct, addUser, proveSessions, sql } from "./database";
import { expectNoViolations } from "./expect-no-violations";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";

const errorOf = (page: Page, name: string) => page.locator(`[id="${name}-error"]`);
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

/** What a visitor's `/` says, in English. */
async function storefront(page: Page): Promise<string> {
  const answer = await page.request.get("/", { headers: { "accept-language": "en" } });
  return await answer.text();
}

test("an admin adds a product after a preview, and the storefront shows it, and each change of it, at once", async ({
  page,
  context,
}) => {
  await adminAtWork(page, context);
  const { slug, name, number } = await addProduct();
  await sql(`DELETE FROM "Product" WHERE "slug" = $1`, [slug]);
  // So that there is a page from before.
  expect(await storefront(page)).not.toContain(name);
  await page.goto("/admin/products");
  await page.getByRole("link", { name: "Add a product" }).click();
  const add = page.getByRole("button", { name: "Add the product" });
  await untilScriptsListen(add);
  await field(page, "en-name").fill(name);
  await field(page, "en-tagline").fill("Pours.");
  await field(page, "en-category").fill("Kitchen");
  await field(page, "en-description").fill("A jug.\n\nOf clay.");
  await field(page, "es-name").fill("Jarra");
  await field(page, "price").fill("1.234,50");
  await field(page, "member-price").fill("12");
  await field(page, "position").fill(String(number));
  await page.getByText("Watering can").click();
  await field(page, "slug").fill(slug);
  const preview = page.getByRole("button", { name: "Preview" });
  await preview.click();
  await expect(errorOf(page, "price")).toContainText("Enter a price like 86");
  await expect(errorOf(page, "es-tagline")).toContainText("Enter all four texts");
  await expect(field(page, "price")).toHaveValue("1.234,50");
  await expectNoViolations(page);

  await field(page, "price").fill("14,50");
  await field(page, "es-name").fill("");
  await preview.click();
  const shown = page.locator("#preview");
  await expect(shown.getByText("Nothing is saved yet.")).toBeVisible();
  await expect(shown.getByRole("heading", { name })).toHaveCount(6);
  await expect(shown.getByText("€14.50").first()).toBeVisible();
  await expect(shown.getByText("Of clay.").first()).toBeVisible();
  await expectNoViolations(page);
  expect(await sql(`SELECT 1 FROM "Product" WHERE "slug" = $1`, [slug])).toEqual([]);

  await add.click();
  await expect(page.getByText("Product added.")).toBeVisible();
  expect(await storefront(page)).toContain(name);

  await page.getByRole("link", { name }).click();
  const save = page.getByRole("button", { name: "Save the product" });
  await untilScriptsListen(save);
  await expect(page.getByRole("radio", { name: "Watering can" })).toBeChecked();
  await field(page, "en-name").fill(`${name} with a lid`);
  await save.click();
  await expect(page.getByText("Product saved.")).toBeVisible();
  expect(await storefront(page)).toContain(`${name} with a lid`);
  await sql(`DELETE FROM "Product" WHERE "slug" = $1`, [slug]);
});

test("an admin who edits an old version is told so, and keeps what was typed", async ({ page, context }) => {
  await adminAtWork(page, context);
  const { id, number } = await addProduct({ stock: 5 });
  await page.goto(`/admin/products/${id}/edit`);
  const save = page.getByRole("button", { name: "Save the product" });
  await untilScriptsListen(save);
  await sql(`UPDATE "Product" SET "stock" = 4 WHERE "id" = $1`, [id]);
  await field(page, "stock").fill("9");
  await save.click();
  await expect(page.getByText("someone else changed this product meanwhile")).toBeVisible();
  await expect(field(page, "stock")).toHaveValue("9");
  await page.reload();
  await field(page, "stock").fill("9");
  const other = await addProduct();
  await field(page, "position").fill(String(other.number));
  await untilScriptsListen(save);
  await save.click();
  await expect(errorOf(page, "position")).toContainText("Another product has this number.");
  await field(page, "position").fill(String(number));
  await save.click();
  await expect(page.getByText("Product saved.")).toBeVisible();
});

test("staff sees the products with stock and state, and no way to edit them", async ({ page, context }) => {
  await adminAtWork(page, context, { role: "STAFF" });
  const { id, name } = await addProduct({ stock: 0 });
  await page.goto("/admin/products");
  const row = page.getByRole("row", { name });
  await expect(row.getByText("Hidden")).toBeVisible();
  await expect(row.getByText("Sold out")).toBeVisible();
  await expect(row.getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add a product" })).toHaveCount(0);
  expect((await page.request.get(`/admin/products/${id}/edit`)).status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin who has confirmed before previews and saves a product", async ({ page, context }) => {
    const admin = await addUser(newPerson(), "ADMIN");
    await logInDirectly(context, admin, { role: "ADMIN" });
    await proveSessions(admin, "administer");
    const { id, name } = await addProduct();
    await page.goto(`/admin/products/${id}/edit`);
    await field(page, "member-price").fill("21");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(errorOf(page, "member-price")).toContainText("The member price is higher than the price.");
    await field(page, "member-price").fill("13.07");
    await field(page, "ar-name").fill("إبريق");
    await field(page, "ar-tagline").fill("يصبّ.");
    await field(page, "ar-category").fill("المطبخ");
    await field(page, "ar-description").fill("إبريق.");
    await page.getByRole("button", { name: "Preview" }).click();
    const shown = page.locator("#preview");
    await expect(shown.getByText("€13.07").first()).toBeVisible();
    await expect(shown.getByRole("heading", { name: "إبريق" })).toHaveCount(2);
    await expect(shown.getByRole("heading", { name })).toHaveCount(4);
    await page.getByRole("button", { name: "Save the product" }).click();
    await expect(page.getByText("Product saved.")).toBeVisible();
    const [product] = await sql(`SELECT "memberPriceCents" FROM "Product" WHERE "id" = $1`, [id]);
    expect(product).toEqual({ memberPriceCents: 1_307 });
  });
});
