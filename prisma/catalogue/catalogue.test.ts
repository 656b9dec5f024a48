import { expect, it } from "vitest";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { translatedTexts } from "@/prisma/seed";
import { catalogue } from "./catalogue";

const translations = Object.entries(translatedTexts);

it("the catalogue is written in every language of the shop", () => {
  expect([defaultLocale, ...translations.map(([locale]) => locale)].sort()).toEqual([...locales].sort());
});

it.each(translations)("%s has the texts of exactly the existing products", (_, texts) => {
  expect(Object.keys(texts).sort()).toEqual(catalogue.map(({ slug }) => slug).sort());
});

it.each(translations)("%s has as many paragraphs as English, and leaves nothing in English or empty", (_, texts) => {
  for (const product of catalogue) {
    const text = texts[product.slug];
    expect(text?.description.split("\n\n").length, product.slug).toBe(product.description.split("\n\n").length);
    for (const key of ["name", "tagline", "description", "category"] as const) {
      expect(text?.[key].trim(), product.slug).not.toBe("");
      expect(text?.[key], product.slug).not.toBe(product[key]);
    }
  }
});

it.each(translations)("%s uses the same room for products as English", (_, texts) => {
  const rooms = new Set(catalogue.map(({ slug, category }) => `${category} ${texts[slug]?.category}`));
  expect(rooms.size).toBe(new Set(catalogue.map(({ category }) => category)).size);
});
