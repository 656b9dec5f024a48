import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { databaseEnv } from "@/lib/env";
import { catalogue } from "@/prisma/catalogue/catalogue";
import { seedCatalogue, translatedTexts } from "./seed";

const slugs = catalogue.map(({ slug }) => slug);
const seed = () => seedCatalogue(databaseEnv().DATABASE_URL);

afterAll(async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
});

it("writes every product in every language, and a second time nothing", async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
  expect(await seed()).toBe(catalogue.length);
  const locales = Object.keys(translatedTexts);
  expect(await db().productText.count({ where: { product: { slug: { in: slugs } } } })).toBe(
    catalogue.length * locales.length,
  );
  expect(await seed()).toBe(0);
});

it("leaves what staff edited, and adds a missing text", async () => {
  await seed();
  const product = { slug: "storm-lantern" };
  const edit = { name: "Lamp", priceCents: 12_345, stock: 0, hiddenAt: new Date(0), position: 99 };
  await db().product.update({
    where: product,
    data: {
      ...edit,
      texts: { updateMany: { where: { locale: "es" }, data: { name: "Linterna" } }, deleteMany: { locale: "ar" } },
    },
  });
  expect(await seed()).toBe(1);
  const { texts, ...found } = await db().product.findUniqueOrThrow({
    where: product,
    include: { texts: { orderBy: { locale: "asc" } } },
  });
  expect(found).toMatchObject(edit);
  expect(texts.map(({ name }) => name)).toEqual(["فانوس العاصفة", "Linterna"]);
});

it("gives the products of a new shop their stock", async () => {
  await db().product.deleteMany({ where: { slug: { in: slugs } } });
  await seed();
  const stocks = await db().product.findMany({ where: { slug: { in: slugs } }, select: { slug: true, stock: true } });
  expect(new Map(stocks.map(({ slug, stock }) => [slug, stock]))).toEqual(
    new Map(catalogue.map(({ slug, stock }) => [slug, stock])),
  );
});
