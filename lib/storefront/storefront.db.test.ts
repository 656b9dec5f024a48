import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findProduct, listIndexedProducts, listMemberProducts, listStorefrontProducts } from "./products";

const open = {
  slug: "test-open-jug",
  name: "Open jug",
  tagline: "Anyone may pour.",
  description: "open-jug-description",
  category: "Kitchen",
  art: "kettle",
  priceCents: 123_457,
  memberPriceCents: 111_119,
  membersOnly: false,
  position: 9001,
};
const kept = {
  ...open,
  slug: "test-kept-jug",
  name: "Kept jug",
  description: "kept-jug-description",
  priceCents: 765_431,
  memberPriceCents: 654_323,
  membersOnly: true,
  position: 9002,
};
const untranslated = { ...open, slug: "test-english-jug", name: "English jug", position: 9003 };
const slugs = [open.slug, kept.slug, untranslated.slug];

const spanish = { name: "Jarra", tagline: "Sirve cualquiera.", category: "Cocina" };

beforeAll(async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
  for (const product of [open, kept]) {
    const texts = ["es", "ar"].map((locale) => ({
      ...spanish,
      name: `${spanish.name} ${locale}`,
      description: `${product.slug}-${locale}`,
      locale,
    }));
    await db().product.create({ data: { ...product, texts: { create: texts } } });
  }
  await db().product.create({ data: untranslated });
});

afterAll(async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
});

it("shows a visitor neither price nor description of a member-only product", async () => {
  const view = await findProduct(kept.slug, { isMember: false, locale: "en" });
  expect(view).toEqual({
    access: "locked",
    slug: kept.slug,
    name: kept.name,
    tagline: kept.tagline,
    category: kept.category,
    art: kept.art,
    number: kept.position,
  });
});

it("shows a visitor the public price and not the member price", async () => {
  const view = await findProduct(open.slug, { isMember: false, locale: "en" });
  expect(view).toMatchObject({ access: "public", description: open.description, priceCents: open.priceCents });
  expect(JSON.stringify(view)).not.toContain(String(open.memberPriceCents));
});

it.each([open, kept])("shows a member everything of $name", async (product) => {
  const view = await findProduct(product.slug, { isMember: true, locale: "en" });
  expect(view).toMatchObject({
    access: "member",
    description: product.description,
    priceCents: product.priceCents,
    memberPriceCents: product.memberPriceCents,
    isMembersOnly: product.membersOnly,
  });
});

it.each([true, false])("finds nothing under an unknown slug (member: %s)", async (isMember) => {
  expect(await findProduct("test-no-such-jug", { isMember, locale: "en" })).toBeNull();
});

it("keeps member prices and member-only details out of the storefront (R36)", async () => {
  const storefront = await listStorefrontProducts("en");
  const text = JSON.stringify(storefront);
  expect(storefront.products.map((product) => product.slug)).toContain(open.slug);
  expect(storefront.products.map((product) => product.slug)).not.toContain(kept.slug);
  expect(storefront.keptForMembers).toContainEqual({
    slug: kept.slug,
    name: kept.name,
    tagline: kept.tagline,
    category: kept.category,
    art: kept.art,
    number: kept.position,
  });
  for (const secret of [open.memberPriceCents, kept.priceCents, kept.memberPriceCents, kept.description]) {
    expect(text).not.toContain(String(secret));
  }
});

it("promises no larger saving than the prices give", async () => {
  const { savingPercent } = await listStorefrontProducts("en");
  expect(savingPercent?.least).toBeLessThanOrEqual(9);
  expect(savingPercent?.most).toBeGreaterThanOrEqual(14);
});

it("lists the range for members with both prices, member-only pieces first", async () => {
  const products = await listMemberProducts("en");
  expect(products).toContainEqual(
    expect.objectContaining({ slug: kept.slug, isMembersOnly: true, memberPriceCents: kept.memberPriceCents }),
  );
  const firstOpen = products.findIndex((product) => !product.isMembersOnly);
  expect(products.slice(firstOpen).every((product) => !product.isMembersOnly)).toBe(true);
});

it.each([open, kept])("shows $name in the language asked for", async (product) => {
  const view = await findProduct(product.slug, { isMember: true, locale: "es" });
  expect(view).toMatchObject({
    ...spanish,
    name: "Jarra es",
    description: `${product.slug}-es`,
    priceCents: product.priceCents,
  });
  expect(await findProduct(product.slug, { isMember: true, locale: "ar" })).toMatchObject({ name: "Jarra ar" });
  expect(await findProduct(product.slug, { isMember: true, locale: "en" })).toMatchObject({ name: product.name });
});

it("shows a product without a translation in English", async () => {
  const { name, tagline, description, category } = untranslated;
  for (const isMember of [true, false]) {
    const view = await findProduct(untranslated.slug, { isMember, locale: "ar" });
    expect(view).toMatchObject({ name, tagline, description, category });
  }
});

it("shows a visitor a member-only product in their language, without a description", async () => {
  const view = await findProduct(kept.slug, { isMember: false, locale: "es" });
  expect(view).toEqual({
    ...spanish,
    access: "locked",
    name: "Jarra es",
    slug: kept.slug,
    art: kept.art,
    number: kept.position,
  });
});

it("lists the range in the language asked for, and what is not translated in English", async () => {
  const { products, keptForMembers } = await listStorefrontProducts("es");
  const lists = [[...products, ...keptForMembers], await listMemberProducts("es")];
  for (const list of lists) {
    const names = new Map(list.map((product) => [product.slug, product.name]));
    expect(names.get(open.slug)).toBe("Jarra es");
    expect(names.get(kept.slug)).toBe("Jarra es");
    expect(names.get(untranslated.slug)).toBe(untranslated.name);
  }
  expect(JSON.stringify(keptForMembers)).not.toContain(`${kept.slug}-es`);
});

it("names to search engines what is neither hidden nor kept for members", async () => {
  const named = async () =>
    (await listIndexedProducts()).map(({ slug }) => slug).filter((slug) => slugs.includes(slug));
  expect(await named()).toEqual([open.slug, untranslated.slug]);
  await db().product.updateMany({ where: { slug: open.slug }, data: { hiddenAt: new Date() } });
  expect(await named()).toEqual([untranslated.slug]);
  await db().product.updateMany({ where: { slug: open.slug }, data: { hiddenAt: null } });
});

it("shows a hidden product to nobody, in no list and under its own address", async () => {
  await db().product.updateMany({ where: { slug: { in: slugs } }, data: { hiddenAt: new Date() } });
  const { products, keptForMembers } = await listStorefrontProducts("en");
  const listed = [...products, ...keptForMembers, ...(await listMemberProducts("en"))].map(({ slug }) => slug);
  for (const slug of slugs) {
    expect(listed).not.toContain(slug);
    for (const isMember of [true, false]) expect(await findProduct(slug, { isMember, locale: "en" })).toBeNull();
  }
  await db().product.updateMany({ where: { slug: { in: slugs } }, data: { hiddenAt: null } });
});

it.each([
  [null, null],
  [0, 0],
  [5, 5],
  [6, null],
])("of %s pieces in stock it tells %s", async (stock, left) => {
  await db().product.update({ where: { slug: open.slug }, data: { stock } });
  for (const isMember of [true, false]) {
    expect(await findProduct(open.slug, { isMember, locale: "en" })).toMatchObject({ left });
  }
  const lists = [(await listStorefrontProducts("en")).products, await listMemberProducts("en")];
  for (const list of lists) expect(list).toContainEqual(expect.objectContaining({ slug: open.slug, left }));
});
