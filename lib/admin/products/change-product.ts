import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "@/lib/admin/change-as-admin";
import { db, type Transaction } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { fail, ok, type Result } from "@/lib/result";

export const productTextNames = ["name", "tagline", "category", "description"] as const;

export type ProductText = Record<(typeof productTextNames)[number], string>;

/** What staff may set. Prices are in the currency's smallest unit. */
export type ProductValues = {
  text: ProductText;
  /** Null: shoppers of that language read the product's own text. Other languages stay as they are. */
  translations: Partial<Record<Locale, ProductText | null>>;
  priceCents: number;
  memberPriceCents: number;
  isMembersOnly: boolean;
  /** Null: not counted. */
  stock: number | null;
  position: number;
  art: string;
  isHidden: boolean;
};

export type EditedProduct = ProductValues & { id: string; slug: string; updatedAt: Date };

const edited = {
  id: true,
  slug: true,
  name: true,
  tagline: true,
  category: true,
  description: true,
  priceCents: true,
  memberPriceCents: true,
  membersOnly: true,
  stock: true,
  position: true,
  art: true,
  hiddenAt: true,
  updatedAt: true,
  texts: { select: { locale: true, name: true, tagline: true, category: true, description: true } },
} as const;

/** Null if unknown. */
export async function findProductToEdit(
  id: string,
  database: Pick<Transaction, "product"> = db(),
): Promise<EditedProduct | null> {
  const row = await database.product.findUnique({ where: { id }, select: edited });
  if (row === null) return null;
  const { name, tagline, category, description, membersOnly, hiddenAt, texts, ...product } = row;
  return {
    ...product,
    text: { name, tagline, category, description },
    translations: Object.fromEntries(texts.map(({ locale, ...text }) => [locale, text])),
    isMembersOnly: membersOnly,
    isHidden: hiddenAt !== null,
  };
}

export type ProductRefusal = "NUMBER_TAKEN" | "SLUG_TAKEN" | "PRODUCT_GONE" | "PRODUCT_CHANGED" | "NOTHING_CHANGED";

/** Adds a product. `slug` is its address for ever. */
export async function addProduct(
  admin: ActingAdmin,
  slug: string,
  values: ProductValues,
): Promise<Result<{ id: string }, AdminRefusal | "NUMBER_TAKEN" | "SLUG_TAKEN">> {
  return await changeAsAdmin(admin, async (transaction, now) => {
    if (await transaction.product.findUnique({ where: { slug }, select: { id: true } })) return fail("SLUG_TAKEN");
    if (await isNumberTaken(transaction, values.position)) return fail("NUMBER_TAKEN");
    const { id } = await transaction.product.create({
      data: { slug, ...columnsOf(values), hiddenAt: values.isHidden ? now : null },
      select: { id: true },
    });
    await writeTranslations(transaction, id, values.translations);
    await recordChange(transaction, admin, { name: "product_added", details: { product: slug } });
    return ok({ id });
  });
}

/** Saves a product, unless it changed since `seen` was read. A stock that was not retyped stays as it is: orders
 * take pieces without an edit. */
export async function editProduct(
  admin: ActingAdmin,
  id: string,
  seen: Pick<EditedProduct, "updatedAt" | "stock">,
  values: ProductValues,
): Promise<Result<null, AdminRefusal | Exclude<ProductRefusal, "SLUG_TAKEN">>> {
  return await changeAsAdmin(admin, async (transaction, now) => {
    // Waits for an order that is taking pieces.
    await transaction.$queryRaw`SELECT 1 FROM "Product" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await findProductToEdit(id, transaction);
    if (before === null) return fail("PRODUCT_GONE");
    const isStockTyped = values.stock !== seen.stock;
    const after = isStockTyped ? values : { ...values, stock: before.stock };
    const fields = changedFields(before, after);
    if (fields.length === 0) return fail("NOTHING_CHANGED");
    const isStockMoved = isStockTyped && before.stock !== seen.stock;
    if (isStockMoved || before.updatedAt.getTime() !== seen.updatedAt.getTime()) return fail("PRODUCT_CHANGED");
    if (fields.includes("position") && (await isNumberTaken(transaction, after.position))) return fail("NUMBER_TAKEN");
    const hiddenAt = before.isHidden === after.isHidden ? undefined : after.isHidden ? now : null;
    const changed = { ...columnsOf(after), ...(hiddenAt === undefined ? {} : { hiddenAt }) };
    await transaction.product.update({ where: { id }, data: changed, select: { id: true } });
    await writeTranslations(transaction, id, after.translations);
    const details = { product: before.slug, fields: fields.join(", "), ...pricesOf(before, after) };
    await recordChange(transaction, admin, { name: "product_edited", details });
    return ok(null);
  });
}

/** "A number is never given twice", says the storefront. */
async function isNumberTaken(transaction: Transaction, position: number): Promise<boolean> {
  return (await transaction.product.findFirst({ where: { position }, select: { id: true } })) !== null;
}

function columnsOf({ text, priceCents, memberPriceCents, isMembersOnly, stock, position, art }: ProductValues) {
  return { ...text, priceCents, memberPriceCents, membersOnly: isMembersOnly, stock, position, art };
}

async function writeTranslations(
  transaction: Transaction,
  productId: string,
  translations: ProductValues["translations"],
): Promise<void> {
  for (const [locale, text] of Object.entries(translations)) {
    const where = { productId_locale: { productId, locale } };
    if (text === null) await transaction.productText.deleteMany({ where: { productId, locale } });
    else await transaction.productText.upsert({ where, create: { productId, locale, ...text }, update: text });
  }
}

const plainFields = [
  "priceCents",
  "memberPriceCents",
  "isMembersOnly",
  "stock",
  "position",
  "art",
  "isHidden",
] as const;

function changedFields(before: ProductValues, after: ProductValues): string[] {
  const texts = Object.entries(after.translations).flatMap(([locale, text]) =>
    productTextNames
      .filter((name) => text?.[name] !== before.translations[locale as Locale]?.[name])
      .map((name) => `${name} (${locale})`),
  );
  const own = productTextNames.filter((name) => after.text[name] !== before.text[name]);
  return [...own, ...texts, ...plainFields.filter((name) => after[name] !== before[name])];
}

function pricesOf(before: ProductValues, after: ProductValues): Record<string, string> {
  const prices = (["priceCents", "memberPriceCents"] as const).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(prices.map((name) => [name, `${before[name]} to ${after[name]}`]));
}
