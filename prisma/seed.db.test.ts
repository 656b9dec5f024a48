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

it("corrects a different text, and counts its product once", async () => {
  await seed();
  const product = { slug: "storm-lantern" };
  await db().product.update({
    where: product,
    data: { name: "Lamp", texts: { updateMany: { where: {}, data: { name: "?" } } } },
  });
  expect(await seed()).toBe(1);
  const { texts } = await db().product.findUniqueOrThrow({
    where: product,
    select: { texts: { orderBy: { locale: "asc" } } },
  });
  expect(texts.map(({ name }) => name)).toEqual(["فانوس العاصفة", "Farol de tormenta"]);
});
