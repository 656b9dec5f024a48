import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findProduct } from "./find-product";
import { listMemberProducts } from "./list-member-products";
import { listStorefrontProducts } from "./list-storefront-products";

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
const slugs = [open.slug, kept.slug];

beforeAll(async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
  await db().product.createMany({ data: [open, kept] });
});

afterAll(async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
});

it("shows a stranger neither price nor description of a member-only product", async () => {
  const view = await findProduct(kept.slug, { isMember: false });
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

it("shows a stranger the public price and not the member price", async () => {
  const view = await findProduct(open.slug, { isMember: false });
  expect(view).toMatchObject({ access: "public", description: open.description, priceCents: open.priceCents });
  expect(JSON.stringify(view)).not.toContain(String(open.memberPriceCents));
});

it.each([open, kept])("shows a member everything of $name", async (product) => {
  const view = await findProduct(product.slug, { isMember: true });
  expect(view).toMatchObject({
    access: "member",
    description: product.description,
    priceCents: product.priceCents,
    memberPriceCents: product.memberPriceCents,
    isMembersOnly: product.membersOnly,
  });
});

it.each([true, false])("finds nothing under an unknown slug (member: %s)", async (isMember) => {
  expect(await findProduct("test-no-such-jug", { isMember })).toBeNull();
});

it("keeps member prices and member-only details out of the storefront", async () => {
  const storefront = await listStorefrontProducts();
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
  const { savingPercent } = await listStorefrontProducts();
  expect(savingPercent?.least).toBeLessThanOrEqual(9);
  expect(savingPercent?.most).toBeGreaterThanOrEqual(14);
});

it("lists the range for members with both prices, member-only pieces first", async () => {
  const products = await listMemberProducts();
  expect(products).toContainEqual(
    expect.objectContaining({ slug: kept.slug, isMembersOnly: true, memberPriceCents: kept.memberPriceCents }),
  );
  const firstOpen = products.findIndex((product) => !product.isMembersOnly);
  expect(products.slice(firstOpen).every((product) => !product.isMembersOnly)).toBe(true);
});
