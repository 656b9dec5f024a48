import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { newAdmin } from "@/test/admin-parts";
import { whileOpen } from "@/test/while-open";
import { addProduct, editProduct, findProductToEdit, type ProductValues } from "./change-product";
import { listStaffProducts } from "./list-products";

const marked = "test-desk-";
const texts = { name: "Jug", tagline: "Pours.", category: "Kitchen", description: "A jug.\n\nOf clay." };
let position = 20_000;

afterAll(async () => {
  await db().product.deleteMany({ where: { slug: { startsWith: marked } } });
});

function jug(change: Partial<ProductValues> = {}): ProductValues {
  position++;
  return {
    text: texts,
    translations: { es: { ...texts, name: "Jarra" }, ar: null },
    priceCents: 2_000,
    memberPriceCents: 1_500,
    isMembersOnly: false,
    stock: 5,
    position,
    art: "kettle",
    isHidden: false,
    ...change,
  };
}

async function addJug(change: Partial<ProductValues> = {}) {
  const slug = `${marked}${randomUUID()}`;
  const added = await addProduct(await newAdmin(), slug, jug(change));
  if (!added.ok) throw new Error(added.error);
  return await findJug(added.value.id);
}

async function findJug(id: string) {
  const product = await findProductToEdit(id);
  if (product === null) throw new Error("There is no such product.");
  return product;
}

async function entriesOf(slug: string) {
  const entries = await db().auditEvent.findMany({
    where: { details: { path: ["product"], equals: slug } },
    orderBy: { id: "asc" },
    select: { name: true, actorId: true, details: true },
  });
  return entries;
}

it("an admin adds a product in two languages, and the trail names it", async () => {
  const admin = await newAdmin();
  const values = jug();
  const slug = `${marked}${randomUUID()}`;
  const added = await addProduct(admin, slug, values);
  if (!added.ok) throw new Error(added.error);
  const { ar: _, ...translations } = values.translations;
  expect(await findProductToEdit(added.value.id)).toMatchObject({ ...values, translations, slug });
  expect(await entriesOf(slug)).toEqual([{ name: "product_added", actorId: admin.id, details: { product: slug } }]);
  const listed = (await listStaffProducts("es")).find((product) => product.slug === slug);
  expect(listed).toMatchObject({ name: "Jarra", stock: 5, isHidden: false, number: values.position });
});

it("an address and a number are given once", async () => {
  const admin = await newAdmin();
  const { slug, position: number } = await addJug();
  expect(await addProduct(admin, slug, jug())).toEqual({ ok: false, error: "SLUG_TAKEN" });
  expect(await addProduct(admin, `${slug}-2`, jug({ position: number }))).toEqual({
    ok: false,
    error: "NUMBER_TAKEN",
  });
  const other = await addJug();
  expect(await editProduct(admin, other.id, other, { ...other, position: number })).toEqual({
    ok: false,
    error: "NUMBER_TAKEN",
  });
});

it("an edit changes what was typed, and the trail tells the fields and the prices", async () => {
  const admin = await newAdmin();
  const before = await addJug();
  const after = {
    ...before,
    priceCents: 2_500,
    isHidden: true,
    text: { ...texts, tagline: "Pours well." },
    translations: { es: null, ar: { ...texts, name: "إبريق" } },
  };
  expect(await editProduct(admin, before.id, before, after)).toEqual({ ok: true, value: null });
  const found = await findJug(before.id);
  expect(found).toMatchObject({ priceCents: 2_500, isHidden: true, stock: 5, translations: { ar: { name: "إبريق" } } });
  expect(found.translations.es).toBeUndefined();
  expect((await entriesOf(before.slug)).at(-1)).toEqual({
    name: "product_edited",
    actorId: admin.id,
    details: {
      product: before.slug,
      fields: expect.stringMatching(/^tagline, name \(es\).*, name \(ar\).*, priceCents, isHidden$/),
      priceCents: "2000 to 2500",
    },
  });
  expect(await editProduct(admin, before.id, found, found)).toEqual({ ok: false, error: "NOTHING_CHANGED" });
});

it("of two admins who edit one version, the second is told, and changes nothing", async () => {
  const [ann, bob] = [await newAdmin(), await newAdmin()];
  const seen = await addJug();
  const outcomes = await Promise.all([
    editProduct(ann, seen.id, seen, { ...seen, priceCents: 2_100 }),
    editProduct(bob, seen.id, seen, { ...seen, priceCents: 2_200 }),
  ]);
  expect(outcomes.map((outcome) => (outcome.ok ? "saved" : outcome.error)).sort()).toEqual([
    "PRODUCT_CHANGED",
    "saved",
  ]);
  const winner = outcomes[0]?.ok ? 2_100 : 2_200;
  expect((await findJug(seen.id)).priceCents).toBe(winner);
  expect((await entriesOf(seen.slug)).map(({ name }) => name)).toEqual(["product_added", "product_edited"]);
});

const takeTwo = (id: string) => async (transaction: Pick<ReturnType<typeof db>, "$executeRaw">) =>
  await transaction.$executeRaw`UPDATE "Product" SET "stock" = "stock" - 2 WHERE "id" = ${id}::uuid`;

it("an edit of the price keeps the pieces that an order takes meanwhile", async () => {
  const admin = await newAdmin();
  const seen = await addJug();
  const edited = await whileOpen(takeTwo(seen.id), () =>
    editProduct(admin, seen.id, seen, { ...seen, priceCents: 1_900 }),
  );
  expect(edited.ok).toBe(true);
  expect(await findJug(seen.id)).toMatchObject({ priceCents: 1_900, stock: 3 });
});

it("a stock typed from an old page is refused once an order took pieces", async () => {
  const admin = await newAdmin();
  const seen = await addJug();
  const edited = await whileOpen(takeTwo(seen.id), () => editProduct(admin, seen.id, seen, { ...seen, stock: 10 }));
  expect(edited).toEqual({ ok: false, error: "PRODUCT_CHANGED" });
  const now = await findJug(seen.id);
  expect(now.stock).toBe(3);
  expect((await editProduct(admin, seen.id, now, { ...now, stock: null })).ok).toBe(true);
  expect((await findJug(seen.id)).stock).toBeNull();
});

it.each([
  ["NOT_ADMIN", { role: "STAFF" as const }],
  ["NO_PASSKEY", { hasPasskey: false }],
  ["REAUTHENTICATION_NEEDED", { provenAt: null }],
])("%s adds and edits nothing (R33)", async (error, lack) => {
  const admin = await newAdmin(lack);
  const slug = `${marked}${randomUUID()}`;
  const product = await addJug();
  expect(await addProduct(admin, slug, jug())).toEqual({ ok: false, error });
  expect(await editProduct(admin, product.id, product, { ...product, priceCents: 1 })).toEqual({ ok: false, error });
  expect(await db().product.count({ where: { slug } })).toBe(0);
  expect((await findJug(product.id)).priceCents).toBe(2_000);
});

it("a product that is gone cannot be edited", async () => {
  const product = await addJug();
  await db().product.delete({ where: { id: product.id } });
  expect(await editProduct(await newAdmin(), product.id, product, product)).toEqual({
    ok: false,
    error: "PRODUCT_GONE",
  });
});
